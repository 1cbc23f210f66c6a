using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;

namespace LlmSizing.Commands;

/// <summary>The cores of a machine and the machines of a cluster.</summary>
public sealed partial class InvokeLlmSizingCommand : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private bool isShardWritten;

    /// <summary>Workers that compute the grid of a record, 1 to 1024; what is written does not depend on it. 1 when left out.</summary>
    [Parameter]
    [ThrottleLimit]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>The part of the grid to compute, such as '3/16'; the whole when left out.</summary>
    [Parameter]
    [Shard]
    public Shard? Shard { get; set; }

    /// <summary>Lets the token go.</summary>
    public void Dispose() => stopping.Dispose();

    /// <inheritdoc/>
    protected override void StopProcessing() => stopping.Cancel();

    private void Write(SizingGrid grid, Deployment[] deployments, Scenario[] scenarios)
    {
        var range = new GridRange(0, grid.Count);
        if (Shard is not null)
        {
            // Parts of several grids would not be one run of the whole's answers.
            if (isShardWritten)
            {
                ThrowTerminatingError(Errors.ShardOfSeveralRecords(Record()));
            }
            isShardWritten = true;
            range = Shard.RangeOf(grid.Count);
        }
        if (ThrottleLimit == 1 || range.Length < 2)
        {
            Answer(grid, range, deployments, scenarios, Write, CancellationToken.None);
            return;
        }
        try
        {
            OrderedWork.Run(
                range, ThrottleLimit,
                (part, stop) =>
                {
                    var answers = new List<object>((int)part.Length * scenarios.Length);
                    Answer(grid, part, deployments, scenarios, answers.Add, stop);
                    return answers;
                },
                Write, stopping.Token);
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
    }

    // An answer is a result, or the reason why there is none in its place.
    private void Answer(SizingGrid grid, GridRange range, Deployment[] deployments, Scenario[] scenarios, Action<object> write, CancellationToken stop)
    {
        foreach (SizingCombination combination in grid.Of(range))
        {
            stop.ThrowIfCancellationRequested();
            Size(combination.Model, combination.Server, combination.Profile, combination.Requirements, deployments, scenarios, write);
        }
    }

    private void Write(object answer)
    {
        if (answer is SizingException error)
        {
            WriteError(Errors.CannotSize(error, Record()));
        }
        else
        {
            WriteObject(answer);
        }
    }
}
