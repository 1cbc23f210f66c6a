namespace LlmSizing;

internal sealed class ScenarioShape : EntryShape<Scenario>
{
    private static readonly HaModeField Ha = new("ha_mode", true, "Spare nodes: none, or n+k for k of them.");
    private static readonly RatioRuleField Headroom = new("peak_headroom_ratio", Limits.PeakHeadroomRatio, "Share of the load added for peaks, 0 to 10.");
    private static readonly RatioRuleField Budget = new("kv_budget_ratio", Limits.KvBudgetRatio, "Share of the memory after the overhead that holds KV cache, 0 to 1.");
    private static readonly DecimalField Overhead = new("runtime_overhead_gib_per_gpu", true, 0, 1000, false, "GiB (2^30 bytes)", "Memory of each GPU that is not KV cache, when no overhead is asked for.");

    public ScenarioShape()
        : base("scenarios", new MapShape(
            EntryFields.Name, EntryFields.Aliases, Ha, Headroom, Budget, Overhead, EntryFields.Estimate, EntryFields.Notes, EntryFields.Sources))
    {
    }

    protected override Scenario Create(Values values, string source) => new(
        EntryFields.Info(values, source), values.Get(Headroom), values.Get(Budget), values.Get(Ha), values.Get(Overhead));
}
