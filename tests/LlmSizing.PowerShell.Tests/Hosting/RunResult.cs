using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests;

/// <summary>What a pipeline left behind.</summary>
internal sealed record RunResult(IReadOnlyList<PSObject?> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Verbose)
{
    /// <summary>The only error of a run that wrote one.</summary>
    public ErrorRecord Error => Assert.Single(Errors);

    /// <summary>What an operator reads of the only error.</summary>
    public string Message => MessageOf(Error);

    /// <summary>The output of a run without errors.</summary>
    public IReadOnlyList<PSObject?> Clean
    {
        get
        {
            Assert.Empty(Errors.Select(MessageOf));
            return Output;
        }
    }

    /// <summary>The output of a run without errors, as text.</summary>
    public string[] Lines => [.. Clean.Select(item => item?.ToString() ?? "")];

    public static string MessageOf(ErrorRecord error) => error.ErrorDetails?.Message ?? error.Exception.Message;
}
