using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>One run: ranks, requests on their way and the events between them, in whole nanoseconds.</summary>
/// <remarks>At the same nanosecond steps end first, then caches arrive, then ranks are lost, then requests come.</remarks>
internal sealed class Simulation
{
    private const long LookEvery = 4096;

    private readonly SimulationSetup setup;
    private readonly Rank[] serving;
    private readonly Rank[] prefilling;
    private readonly Rank[] all;
    private readonly Router router;
    private readonly Router prefillRouter;
    private readonly IndexedHeap ends = new();
    private readonly IndexedHeap transfers = new();
    private readonly long[] linkFree;
    private long failAt;
    private long now;

    public Simulation(SimulationSetup setup)
    {
        this.setup = setup;
        failAt = setup.FailAt;
        serving = [.. Enumerable.Range(0, setup.Ranks).Select(number => new Rank(number, setup.Shape, this))];
        prefilling = [.. Enumerable.Range(setup.Ranks, setup.PrefillRanks).Select(number => new Rank(number, setup.PrefillShape!, this))];
        all = [.. serving, .. prefilling];
        linkFree = new long[all.Length];
        router = new Router(serving, setup.Policy);
        prefillRouter = new Router(prefilling, setup.Policy);
    }

    public RequestPool Flights { get; } = new();

    public SimulationTally Tally { get; } = new();

    public IReadOnlyList<Rank> Ranks => all;

    public IReadOnlyList<Rank> Serving => serving;

    /// <summary>Most steps that are taken in one go; null for the usual number.</summary>
    public long? LongestStretch => setup.LongestStretch;

    public long Now => now;

    /// <summary>Runs until every request has ended.</summary>
    /// <exception cref="OperationCanceledException">The watch has stopped it.</exception>
    public void Run(SimulationWatch? watch)
    {
        long look = LookEvery;
        while (Next())
        {
            if (--look == 0)
            {
                look = LookEvery;
                Show(watch);
            }
        }
    }

    /// <summary>A request has its last token.</summary>
    public void Finish(int flight, long time)
    {
        Tally.Ended(Flights.Items[flight], time, setup.Level);
        Flights.Remove(flight);
        setup.Source.Ended(time);
    }

    /// <summary>A request's cache goes to the pool that decodes, behind those that its rank sends already.</summary>
    public void Send(int flight, long time)
    {
        ref Flight sent = ref Flights.Items[flight];
        long end = Math.Max(time, linkFree[sent.Sender]) + setup.PrefillShape!.TransferNanoseconds!(sent.Input);
        linkFree[sent.Sender] = end;
        transfers.Set(flight, end);
    }

    private bool Next()
    {
        long step = ends.Count > 0 ? ends.LeastKey : ArrivalSource.Never;
        long transfer = transfers.Count > 0 ? transfers.LeastKey : ArrivalSource.Never;
        long arrival = setup.Source.NextTime;
        arrival = arrival == ArrivalSource.Never ? arrival : arrival + setup.Shape.Clock.RequestNanoseconds;
        long work = Math.Min(step, Math.Min(transfer, arrival));
        if (work == ArrivalSource.Never)
        {
            return false;
        }
        now = Math.Min(work, failAt);
        if (step == now)
        {
            EndStep(all[ends.Least]);
        }
        else if (transfer == now)
        {
            Receive(transfers.Least);
        }
        else if (failAt == now)
        {
            Fail();
        }
        else
        {
            Come(setup.Source.Take());
        }
        return true;
    }

    private void EndStep(Rank rank)
    {
        rank.End(now);
        Begin(rank);
    }

    private void Begin(Rank rank)
    {
        rank.Begin(now);
        if (rank.IsBusy)
        {
            ends.Set(rank.Number, rank.EndsAt);
        }
        else if (ends.Has(rank.Number))
        {
            ends.Remove(rank.Number);
        }
    }

    private void Come(in Arrival arrival)
    {
        bool isMeasured = Tally.Arrived >= setup.Warmup;
        Tally.Came(arrival.Time, isMeasured);
        long tokens = (long)arrival.Input + arrival.Output;
        if (tokens > setup.LongestTokens || !setup.Shape.Holds(tokens) || setup.PrefillShape?.Holds(arrival.Input) == false)
        {
            Tally.Refused();
            // Who is refused comes back after a moment, or a closed loop would turn on the spot.
            setup.Source.Ended(now + 1_000_000);
            return;
        }
        Enter(Flights.Add(new Flight { Arrival = arrival.Time, Input = arrival.Input, Output = arrival.Output, IsMeasured = isMeasured, Prefix = arrival.Prefix }));
    }

    private void Enter(int flight) => Enqueue((prefilling.Length > 0 ? prefillRouter : router).Choose(Flights.Items[flight]), flight);

    private void Enqueue(Rank rank, int flight)
    {
        rank.Enqueue(flight, now);
        if (rank.IsBusy)
        {
            ends.Set(rank.Number, rank.EndsAt);
        }
        else
        {
            Begin(rank);
        }
    }

    private void Receive(int flight)
    {
        transfers.Remove(flight);
        Rank sender = all[Flights.Items[flight].Sender];
        sender.Sent(Flights.Items[flight].SenderSeat);
        if (!sender.IsBusy)
        {
            Begin(sender);
        }
        Flights.Items[flight].HasCache = true;
        Enqueue(router.Choose(Flights.Items[flight]), flight);
    }

    private void Fail()
    {
        failAt = ArrivalSource.Never;
        var lost = new List<int>();
        foreach (Rank rank in serving.Take(setup.LostRanks))
        {
            lost.AddRange(rank.Lose(now));
            if (ends.Has(rank.Number))
            {
                ends.Remove(rank.Number);
            }
        }
        foreach (int flight in lost)
        {
            Tally.Lost(Flights.Items[flight]);
            Flights.Items[flight].Done = 0;
            Flights.Items[flight].LastToken = 0;
            Flights.Items[flight].HasCache = false;
            Enter(flight);
        }
    }

    private void Show(SimulationWatch? watch)
    {
        if (watch?.IsStopped?.Invoke() == true)
        {
            throw new OperationCanceledException();
        }
        watch?.Progress?.Invoke(Tally.Finished + Tally.Rejected, now / 1e9);
    }
}
