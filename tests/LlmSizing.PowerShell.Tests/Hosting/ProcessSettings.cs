using System;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests;

/// <summary>Tests that change what the whole process shares: they run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessSettings
{
    public const string Name = "what the whole process shares";

    /// <summary>Sets an environment variable for a while.</summary>
    internal static void WithVariable(string name, string? value, Action test)
    {
        string? before = Environment.GetEnvironmentVariable(name);
        try
        {
            Environment.SetEnvironmentVariable(name, value);
            test();
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, before);
        }
    }

    /// <summary>Sets $PSStyle.OutputRendering for a while; the engine has one $PSStyle for all runspaces.</summary>
    internal static void WithRendering(OutputRendering rendering, Action test)
    {
        OutputRendering before = PSStyle.Instance.OutputRendering;
        try
        {
            PSStyle.Instance.OutputRendering = rendering;
            test();
        }
        finally
        {
            PSStyle.Instance.OutputRendering = before;
        }
    }
}
