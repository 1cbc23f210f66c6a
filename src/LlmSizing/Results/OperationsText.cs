namespace LlmSizing;

/// <summary>The names that a sentence about the operation of nodes may use in braces, and their text.</summary>
internal static class OperationsText
{
    /// <summary>The text of a name, or null where it is none of these.</summary>
    public static string? Find(OperatedNodes fleet, string name) => name switch
    {
        "max_power_kw" => Text(fleet.NodePeakKw ?? fleet.NodeGpusKw),
        "gpu_power_kw" => Text(fleet.NodeGpusKw),
        "gpus_power_kw" => Text(fleet.NodeGpusKw * fleet.Nodes),
        "power_peak_kw" => Text(fleet.PowerPeakKw),
        "power_typical_kw" => Text(fleet.PowerTypicalKw),
        "facility_power_kw" => Text(fleet.FacilityPowerKw),
        "pue" => Text(fleet.Asked.Pue ?? 1),
        "rack_power_kw" => Text(fleet.Asked.RackPowerKw),
        "rack_height_units" => Text(fleet.RackHeightUnits),
        "rack_units_per_node" => Text(fleet.Server.Hardware.RackUnits),
        "nodes_per_rack" => Text(fleet.NodesPerRack),
        "depreciation_months" => Text(fleet.Asked.DepreciationMonths),
        "missing_price" => fleet.Asked.CapexPerNode is not null ? "-DepreciationMonths"
            : (fleet.Asked.UsesPriceList ? $"prices: {fleet.Server.Name}, " : "") + "-PricePerHour, -CapexPerNode",
        _ => null,
    };

    private static string Text(decimal? value) => value is decimal known ? NumberText.Grouped(known, 0, 3) : "";
}
