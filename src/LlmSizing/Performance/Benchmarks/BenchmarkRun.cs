namespace LlmSizing;

/// <summary>One run of a benchmark as its tool wrote it down; what it does not state is null.</summary>
public sealed class BenchmarkRun
{
    internal const string AfterFirst = "(end to end - TTFT) / (output - 1)";

    /// <summary>Creates the run.</summary>
    /// <param name="tool">The tool that measured.</param>
    /// <param name="model">What it calls the model, or null.</param>
    /// <param name="engine">The engine that it names, or null.</param>
    /// <param name="load">What was asked of the server.</param>
    /// <param name="ttft">Time to first token.</param>
    /// <param name="tpot">Time per output token after the first.</param>
    /// <param name="itl">Time between two pieces of a streamed answer.</param>
    /// <param name="endToEnd">Time of a whole request.</param>
    /// <param name="throughput">Requests and tokens per second.</param>
    public BenchmarkRun(
        BenchmarkTool tool, string? model, string? engine, BenchmarkLoad load,
        LatencySummary ttft, LatencySummary tpot, LatencySummary itl, LatencySummary endToEnd, BenchmarkThroughput throughput)
    {
        Tool = tool.Name;
        Model = model;
        Engine = engine;
        Load = load;
        Ttft = ttft;
        Tpot = tpot;
        Itl = itl;
        EndToEnd = endToEnd;
        Throughput = throughput;
        TpotDefinition = tool.TpotDefinition;
        IsServed = tool.IsServed;
    }

    /// <summary>The tool that measured.</summary>
    public string Tool { get; }

    /// <summary>What it calls the model, or null.</summary>
    public string? Model { get; }

    /// <summary>The engine that it names, or null.</summary>
    public string? Engine { get; }

    /// <summary>What was asked of the server.</summary>
    public BenchmarkLoad Load { get; }

    /// <summary>Time to first token.</summary>
    public LatencySummary Ttft { get; }

    /// <summary>Time per output token, as <see cref="TpotDefinition"/> says.</summary>
    public LatencySummary Tpot { get; }

    /// <summary>Time between two pieces of a streamed answer, over all of them; a piece may hold several tokens.</summary>
    public LatencySummary Itl { get; }

    /// <summary>Time of a whole request.</summary>
    public LatencySummary EndToEnd { get; }

    /// <summary>Requests and tokens per second.</summary>
    public BenchmarkThroughput Throughput { get; }

    /// <summary>What the tool means by the time per output token.</summary>
    public string TpotDefinition { get; }

    /// <summary>Whether a server answered; false where the tool times the engine alone.</summary>
    public bool IsServed { get; }

    /// <summary>Mean time of a request in milliseconds: what is stated, else TTFT + (output - 1) × TPOT; null where neither is known.</summary>
    public double? RequestMs => EndToEnd.Typical ?? (Ttft.Typical + ((Load.OutputTokens - 1) * Tpot.Typical));

    /// <summary>
    /// Requests in flight: the cap of a closed loop; where requests come at a rate, or without a cap, the mean by Little's law (requests per second × time of a request, Little 1961),
    /// and never more than the cap. Null where nothing says it.
    /// </summary>
    public double? InFlight
    {
        get
        {
            double? mean = Load.MeanConcurrency ?? (Throughput.RequestsPerSecond * RequestMs / 1000);
            bool isClosedLoop = Load.MaxConcurrency is not null && Load.RequestRate is null;
            return isClosedLoop || mean is null ? Load.MaxConcurrency : System.Math.Min(mean.Value, Load.MaxConcurrency ?? mean.Value);
        }
    }

    /// <summary>Tool, model and load.</summary>
    public override string ToString() => $"{Tool}: {Model ?? "?"}, {Load}";
}
