namespace LlmSizing;

/// <summary>What results must have in common to be planned together. A name alone is not enough, as a catalog may override an entry between two runs.</summary>
internal static class FleetKey
{
    /// <summary>Of one fleet: server and scenario.</summary>
    public static object OfFleet(ScenarioResult result) => (
        result.Scenario, result.HaMode, result.Server, result.Request.Server.Gpus, result.HbmTotalBytes);

    /// <summary>Of one pool: model, its weights and its cache as they are stored, placement and engine.</summary>
    public static object OfPool(ScenarioResult result) => (
        result.Model, result.Request.Model.Layers.ToString(), result.Request.Model.WeightsGib, result.KvPrecision,
        result.Placement, result.Request.Plan?.Deployment.ToString(), result.Request.Plan?.Deployment.Calibration?.Name);
}
