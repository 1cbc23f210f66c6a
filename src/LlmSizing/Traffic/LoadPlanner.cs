using System;

namespace LlmSizing;

/// <summary>The nodes that memory, throughput and the promised latency ask for, and what is left when nodes fail.</summary>
/// <remarks>Nodes come in units, one node with its replicas or the nodes of one replica: what fails with a node is its whole unit. Requests spread evenly over the attention ranks.</remarks>
internal sealed class LoadPlanner
{
    private const long MostUnits = 1L << 40;
    private readonly ServiceCurve curve;
    private readonly RequestTraffic traffic;
    private readonly Capacity memory;
    private readonly long nodesPerUnit;
    private readonly double ranksPerUnit;
    private readonly long places;
    private readonly bool isOpen;

    private LoadPlanner(SizingRequest request, in Capacity memory)
    {
        curve = request.Curve!;
        traffic = curve.Traffic;
        this.memory = memory;
        PlacedNode node = curve.Plan.Node;
        nodesPerUnit = node.NodesPerReplica;
        ranksPerUnit = (double)node.Ranks * node.ReplicasPerNode;
        places = Math.Max(1, curve.Places(memory.KvBudgetRatioBillionths));
        isOpen = traffic.RequestsPerSecond is not null;
    }

    /// <summary>Adds what the load asks for to the nodes of the memory.</summary>
    /// <exception cref="SizingException">The load needs more nodes than can be counted.</exception>
    public static Capacity Solve(SizingRequest request, Scenario scenario, in Capacity memory)
    {
        var planner = new LoadPlanner(request, memory);
        return planner.Solve(request.Requirements.Concurrency, scenario.HaMode.ExtraNodes);
    }

    private Capacity Solve(long sessions, long spares)
    {
        double headroom = 1 + (memory.PeakHeadroomBillionths / (double)Billionths.One);
        var nominal = new Load((double)(traffic.RequestsPerSecond ?? 0), sessions);
        var peak = new Load(nominal.RequestsPerSecond * headroom, memory.SessionsWithHeadroom);
        long throughput = UnitsForThroughput(peak);
        long? slo = traffic.Objective.IsGiven ? UnitsForObjective(peak, throughput) : null;
        LoadPoint alone = isOpen ? LoadPoint.Open(curve, places, Math.Min(1e-9, curve.Rate(1) / 1e9)) : LoadPoint.Closed(curve, places, 1, 0);
        double share = (double)traffic.Objective.Percentile;
        var answer = new LoadAnswer(memory.NodesWithHeadroom, throughput * nodesPerUnit, slo * nodesPerUnit, alone.TtftSeconds(share), alone.TpotSeconds(share))
        {
            PlacesPerRank = places,
            RanksForThroughput = RanksForThroughput(peak),
            IsReachable = slo is not null || !traffic.Objective.IsGiven,
        };
        if (!answer.IsReachable)
        {
            return memory.WithLoad(0, 0, 0, answer);
        }
        long units = Math.Max(memory.NodesWithHeadroom / nodesPerUnit, slo ?? throughput);
        long nominalUnits = Math.Max(memory.NodesCapacity / nodesPerUnit, Math.Min(units, Units(nominal)));
        long fleet = units + spares;
        Describe(answer, nominal, peak, units, fleet, spares);
        return memory.WithLoad(nominalUnits * nodesPerUnit, units * nodesPerUnit, fleet * nodesPerUnit, answer);
    }

    private long Units(Load load)
    {
        long throughput = UnitsForThroughput(load);
        return traffic.Objective.IsGiven ? UnitsForObjective(load, throughput) ?? throughput : throughput;
    }

    private void Describe(LoadAnswer answer, Load nominal, Load peak, long units, long fleet, long spares)
    {
        answer.RequestsPerSecond = isOpen ? nominal.RequestsPerSecond : Point(nominal, fleet)!.RequestsPerSecond * fleet * ranksPerUnit;
        answer.Peak = Fleet(peak, units);
        long lost = Math.Min(fleet, Math.Max(1, spares));
        answer.NodesLost = lost;
        answer.Survivors = Fleet(peak, fleet - lost);
        answer.ServiceAvailabilityRatio = traffic.NodeAvailability is decimal node
            ? ServiceAvailability.Of(fleet, fleet - units, PortableMath.Power((double)node, nodesPerUnit))
            : null;
    }

    private LoadedFleet Fleet(Load load, long units)
    {
        LoadPoint? rank = units == 0 ? null : Point(load, units);
        long room = units > load.Sessions ? load.Sessions : Math.Min(load.Sessions, units * SessionsPerUnit);
        double rate = isOpen ? load.RequestsPerSecond : (rank?.RequestsPerSecond ?? 0) * units * ranksPerUnit;
        double finished = isOpen ? Math.Min(1, units * ranksPerUnit * curve.Rate(places) / load.RequestsPerSecond) : 1;
        long served = (long)Math.Floor(load.Sessions * finished);
        return new LoadedFleet(units * nodesPerUnit, load.Sessions - Math.Min(room, served), rate, rank, units * ranksPerUnit, traffic.Objective);
    }

    private long SessionsPerUnit => memory.SessionsPerReplica * curve.Plan.Node.ReplicasPerNode;

    // Open: fewer arrive than full batches finish. Closed: fewer sessions than keep full batches busy, places + rate × think time (the saturation point of Denning and Buzen 1978).
    private double RanksForThroughput(Load load)
    {
        double rate = curve.Rate(places);
        return isOpen ? load.RequestsPerSecond / rate : load.Sessions / (places + (rate * traffic.ThinkSecondsPerRequest));
    }

    private long UnitsForThroughput(Load load)
    {
        double exact = RanksForThroughput(load) / ranksPerUnit;
        double units = isOpen ? Math.Floor(exact) + 1 : Math.Ceiling(exact);
        return units < MostUnits ? Math.Max(1, (long)units) : throw new SizingException("RequestsPerSecond", "The load needs more nodes than can be counted: ask for fewer requests per second.");
    }

    private long? UnitsForObjective(Load load, long least)
    {
        long high = least;
        while (!Keeps(load, high))
        {
            // With one request alone on each rank, more nodes change nothing.
            if (high >= MostUnits || (!isOpen && high * ranksPerUnit >= load.Sessions))
            {
                return null;
            }
            high *= 2;
        }
        long low = high == least ? least - 1 : high / 2;
        while (high - low > 1)
        {
            long middle = low + ((high - low) / 2);
            (low, high) = Keeps(load, middle) ? (low, middle) : (middle, high);
        }
        return high;
    }

    private bool Keeps(Load load, long units) => Point(load, units)?.Keeps(traffic.Objective) ?? false;

    private LoadPoint? Point(Load load, long units)
    {
        double ranks = units * ranksPerUnit;
        if (!isOpen)
        {
            return LoadPoint.Closed(curve, places, (long)Math.Ceiling(load.Sessions / ranks), traffic.ThinkSecondsPerRequest);
        }
        double rate = load.RequestsPerSecond / ranks;
        return rate < curve.Rate(places) ? LoadPoint.Open(curve, places, rate) : null;
    }

    private readonly struct Load
    {
        public Load(double requestsPerSecond, long sessions)
        {
            RequestsPerSecond = requestsPerSecond;
            Sessions = sessions;
        }

        public double RequestsPerSecond { get; }

        public long Sessions { get; }
    }
}
