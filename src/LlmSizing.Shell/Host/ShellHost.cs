using System;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;

namespace LlmSizing;

/// <summary>What the engine sees of this program.</summary>
internal sealed class ShellHost(ShellHostUI ui) : PSHost
{
    public override string Name => "LlmSizing.Shell";

    public override Version Version { get; } = Assembly.GetExecutingAssembly().GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => ui;

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    /// <summary>What <c>exit</c> asked for; null while nobody did.</summary>
    public int? ExitCode { get; private set; }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() =>
        throw new PSNotSupportedException("This host has no nested prompt: answer the question, or stop the pipeline with Ctrl+C.");

    public override void ExitNestedPrompt() => throw new PSInvalidOperationException("No nested prompt is open.");

    // Native commands share the terminal as it is: the line editor restores it before a pipeline runs.
    public override void NotifyBeginApplication() => ui.Progress.Clear();

    public override void NotifyEndApplication()
    {
    }
}
