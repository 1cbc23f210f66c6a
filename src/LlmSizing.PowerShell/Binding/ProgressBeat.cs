using System;
using System.Diagnostics;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Progress, ten times a second at most.</summary>
internal sealed class ProgressBeat
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);
    private readonly Cmdlet command;
    private readonly string activity;
    private readonly Stopwatch since = Stopwatch.StartNew();
    private bool isShown;

    public ProgressBeat(Cmdlet command, string activity)
    {
        this.command = command;
        this.activity = activity;
    }

    public void Show(string status, long done, long? of)
    {
        if (since.Elapsed < Least)
        {
            return;
        }
        since.Restart();
        isShown = true;
        command.WriteProgress(new ProgressRecord(0, activity, status) { PercentComplete = of is > 0 and long whole ? (int)Math.Min(100, 100.0 * done / whole) : -1 });
    }

    public void End()
    {
        if (isShown)
        {
            command.WriteProgress(new ProgressRecord(0, activity, activity) { RecordType = ProgressRecordType.Completed });
        }
    }
}
