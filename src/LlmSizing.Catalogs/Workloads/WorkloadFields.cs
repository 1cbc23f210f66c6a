using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What a requirements file may say of a workload, and the parameter that takes it.</summary>
internal static class WorkloadFields
{
    private const decimal MostPerSecond = 1_000_000_000;
    private const decimal LongestMs = 1_000_000_000;
    private const decimal LongestThink = 1_000_000_000;

    public static readonly NameField Name = new("name", false, EntryFields.NameLength, false, "What the workload is called; unique in the file.");

    public static readonly DecimalField Share = new("share", false, 0, 1, true, "", "Part of the fleet's concurrency and requests per second; the shares of a file add up to 1.");

    public static readonly NameField Model = new("model", false, 128, true, "The model, by its name in the catalogs.");

    public static readonly IntegerField Concurrency = Whole(
        "concurrency", Limits.Concurrency, "Sessions at the same time: of a workload its own, of the fleet the total that shares divide.");

    public static readonly IntegerField Context = Whole("effective_context", Limits.EffectiveContext, "Tokens of each session's context.");

    public static readonly DecimalField RequestsPerSecond = new(
        "requests_per_second", false, 0, MostPerSecond, true, "requests per second", "Requests that arrive: of a workload its own, of the fleet the total that shares divide.");

    public static readonly HaModeField HaMode = new("ha_mode", false, "Spare nodes in place of the scenario's: none, or n+k for k of them.");

    public static readonly TextListField Scenario = new(
        "scenario", false, new TextField("scenario", false, EntryFields.NameLength, "A scenario's name or a wildcard."), "Scenarios to plan for; all of the catalogs when left out.");

    /// <summary>The fields in the order of the columns, each with its parameter.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, Field>> All =
    [
        new("Workload", Name),
        new("Model", Model),
        new("Server", new NameField("server", false, 128, true, "The server, by its name in the catalogs.")),
        new("Storage", new NameField("storage", false, 128, true, "The storage of a node, by its name in the catalogs.")),
        new("Share", Share),
        new("Concurrency", Concurrency),
        new("RequestsPerSecond", RequestsPerSecond),
        new("EffectiveContext", Context),
        new("KvPrecision", new KvPrecisionField("kv_precision", "The number type of keys and values; the model's default when left out.")),
        new("KvBudgetRatio", Ratio("kv_budget_ratio", Limits.KvBudgetRatio, "Share of the memory after the overhead that holds KV cache.")),
        new("RuntimeOverheadGib", Ratio("runtime_overhead_gib", Limits.RuntimeOverheadGib, "Memory of a node that is not KV cache.")),
        new("PeakHeadroomRatio", Ratio("peak_headroom_ratio", Limits.PeakHeadroomRatio, "Share of the load added for peaks.")),
        new("Scenario", Scenario),
        new("HaMode", HaMode),
        new("InputTokens", new TokensField(Whole("input_tokens", Limits.EffectiveContext, "Tokens of a request's prompt."))),
        new("OutputTokens", new TokensField(Whole("output_tokens", Limits.EffectiveContext, "Tokens of a request's answer."))),
        new("ThinkTimeSeconds", new DecimalField("think_time_seconds", false, 0, LongestThink, false, "seconds", "Time between an answer and the session's next request.")),
        new("TurnsPerSession", Whole("turns_per_session", Limits.TurnsPerSession, "Requests of a session, after the last of which another begins.")),
        new("PrefixCacheHitRatio", Ratio("prefix_cache_hit_ratio", Limits.PrefixCacheHitRatio, "Share of the prompts' tokens that a prefix cache holds.")),
        new("NodeAvailability", Ratio("node_availability", Limits.NodeAvailability, "Share of the time that a node is up.")),
        new("TtftSloMs", new DecimalField("ttft_slo_ms", false, 0, LongestMs, true, "milliseconds", "Time to the first token that is promised.")),
        new("TpotSloMs", new DecimalField("tpot_slo_ms", false, 0, LongestMs, true, "milliseconds", "Time per output token that is promised.")),
        new("SloPercentile", new DecimalField("slo_percentile", false, 0.5m, 0.999999m, false, "", "Share of the requests that keep the promise.")),
        new("Engine", new ChoiceField("engine", false, [.. EngineList.All.Select(engine => engine.Name)], "The engine that serves the model.")),
        new("EngineVersion", new EngineVersionField("engine_version", "The engine's version; the newest known when left out.")),
        new("Quantization", new ChoiceField("quantization", false, [.. QuantizationList.All.Select(known => known.Name)], "How the weights are stored; as published when left out.")),
        new("TensorParallel", new AutoOrNumberField(Whole("tensor_parallel", Limits.Parallelism, "GPUs that split each matrix, or auto for the placement with the fewest nodes."))),
        new("PipelineParallel", Whole("pipeline_parallel", Limits.Parallelism, "Stages that split the layers.")),
        new("DataParallel", Whole("data_parallel", Limits.Parallelism, "Ranks that hold sessions of their own.")),
        new("ExpertParallel", Whole("expert_parallel", Limits.Parallelism, "Parts into which the routed experts are dealt.")),
        new("ContextParallel", Whole("context_parallel", Limits.Parallelism, "Parts into which the cached tokens are split.")),
        new("DataParallelAttention", new BooleanField("data_parallel_attention", false, "Whether the data-parallel ranks share the routed experts.")),
        new("Pue", Ratio("pue", OperationsLimits.Pue, "What the site draws by what its IT draws.")),
        new("RackPowerKw", Ratio("rack_power_kw", OperationsLimits.RackPowerKw, "Most that one rack may draw.")),
        new("RackHeightUnits", Ratio("rack_height_units", OperationsLimits.RackHeightUnits, "Rack units of one rack that nodes may take.")),
        new("Co2GramsPerKwh", Ratio("co2_grams_per_kwh", OperationsLimits.Co2GramsPerKwh, "CO2 for one kWh.")),
        new("EnergyPricePerKwh", Ratio("energy_price_per_kwh", OperationsLimits.EnergyPricePerKwh, "Price of one kWh.")),
        new("PricePerHour", Ratio("price_per_hour", OperationsLimits.PricePerHour, "Price of one node for one hour.")),
        new("CapexPerNode", Ratio("capex_per_node", OperationsLimits.CapexPerNode, "Price of one node when it is bought.")),
        new("DepreciationMonths", Ratio("depreciation_months", OperationsLimits.DepreciationMonths, "Time over which a bought node is written off.")),
        new("Utilization", Ratio("utilization", OperationsLimits.Utilization, "Share of the possible tokens that are served over a month.")),
        new("Currency", new TextField("currency", false, Operations.MaximumCurrencyLength, "The currency's label; nothing is converted.")),
    ];

    /// <summary>What stands under a workload.</summary>
    public static readonly MapShape Workload = new([.. All.Select(pair => pair.Value)]);

    /// <summary>What stands under the fleet: totals, and what holds for each workload that does not say otherwise.</summary>
    public static readonly MapShape Fleet = new([.. All.Select(pair => pair.Value).Where(field => field != Name && field != Share)]);

    private static IntegerField Whole(string name, NumberRange range, string description) =>
        new(name, false, (long)range.Minimum, (long)range.Maximum, range.Unit, description);

    private static DecimalField Ratio(string name, NumberRange range, string description) =>
        new(name, false, range.Minimum, range.Maximum, false, range.Unit, description);
}
