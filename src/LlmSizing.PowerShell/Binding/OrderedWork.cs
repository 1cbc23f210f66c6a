using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace LlmSizing.Commands;

/// <summary>Computes ranges of a grid on several workers and hands the answers over in the grid's own order, on the thread that called.</summary>
/// <remarks>
/// A range grows until it takes a few milliseconds: short ones would cost more in hand-overs than in work, long ones would let a stop wait.
/// What is computed ahead of the thread that writes is bounded, so that memory does not grow with the grid, and small: answers that outlive a
/// collection are copied by it, and with ranges of 4096 that took four times the work itself.
/// </remarks>
internal static class OrderedWork
{
    private const int AheadPerWorker = 4;
    private const int Longest = 64;
    private static readonly TimeSpan TooShort = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan TooLong = TimeSpan.FromMilliseconds(20);

    /// <param name="range">What to compute.</param>
    /// <param name="workers">How many ranges are computed at the same time.</param>
    /// <param name="compute">Computes a range; it looks at the token between two combinations.</param>
    /// <param name="write">Takes an answer.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static void Run<T>(GridRange range, int workers, Func<GridRange, CancellationToken, List<T>> compute, Action<T> write, CancellationToken stop)
    {
        using var unwound = CancellationTokenSource.CreateLinkedTokenSource(stop);
        TaskScheduler scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, workers).ConcurrentScheduler;
        var ahead = new Queue<Task<(List<T> Answers, TimeSpan Took)>>();
        long next = range.Start;
        long length = 1;
        try
        {
            while (next < range.End || ahead.Count > 0)
            {
                while (next < range.End && ahead.Count < AheadPerWorker * workers)
                {
                    var part = new GridRange(next, Math.Min(range.End, next + Math.Min(length, Math.Max(1, (range.End - next) / (2 * workers)))));
                    ahead.Enqueue(Task.Factory.StartNew(() => Timed(part, compute, unwound.Token), unwound.Token, TaskCreationOptions.None, scheduler));
                    next = part.End;
                }
                Task<(List<T> Answers, TimeSpan Took)> first = ahead.Dequeue();
                Task.WaitAny([first], stop);
                (List<T> answers, TimeSpan took) = first.GetAwaiter().GetResult();
                length = took < TooShort ? Math.Min(Longest, length * 2) : took > TooLong ? Math.Max(1, length / 2) : length;
                answers.ForEach(write);
            }
        }
        finally
        {
            // The writer may leave on its own, as Select-Object -First does: nobody waits for the rest.
            unwound.Cancel();
        }
    }

    private static (List<T> Answers, TimeSpan Took) Timed<T>(GridRange range, Func<GridRange, CancellationToken, List<T>> compute, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        return (compute(range, stop), watch.Elapsed);
    }
}
