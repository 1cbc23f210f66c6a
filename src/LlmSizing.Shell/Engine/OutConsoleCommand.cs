using System;
using System.Management.Automation;

namespace LlmSizing;

/// <summary>
/// The end of every pipeline: strings reach standard output as they are, everything else goes through the engine's
/// Out-Default and so through the module's views. Out-Default itself breaks strings at the host's width.
/// </summary>
[Cmdlet(VerbsData.Out, "Console")]
internal sealed class OutConsoleCommand : PSCmdlet
{
    private SteppablePipeline? views;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Told at the end whether the last command succeeded: the engine's "$?", which is gone once the pipeline is.</summary>
    [Parameter]
    public Action<bool>? Ended { get; set; }

    protected override void ProcessRecord()
    {
        switch (InputObject?.BaseObject)
        {
            case null:
                return;
            case string text:
                EndViews();
                Host.UI.WriteLine(text);
                return;
            case ErrorRecord error:
                // Here only by 2>&1: the script asked for it among the output.
                EndViews();
                Host.UI.WriteLine(ErrorText.Of(error));
                return;
            default:
                Views().Process(InputObject);
                return;
        }
    }

    protected override void EndProcessing()
    {
        Ended?.Invoke(SessionState.PSVariable.GetValue("?") is not false);
        EndViews();
    }

    protected override void StopProcessing() => views?.Dispose();

    private SteppablePipeline Views()
    {
        if (views is not null) return views;
        views = ScriptBlock.Create(@"Microsoft.PowerShell.Core\Out-Default").GetSteppablePipeline(MyInvocation.CommandOrigin);
        views.Begin(this);
        return views;
    }

    // A table collects its first rows: what it holds is written before a string that comes after it.
    private void EndViews()
    {
        if (views is null) return;
        views.End();
        views.Dispose();
        views = null;
    }
}
