using System;
using System.Linq;

namespace LlmSizing;

/// <summary>Power, space, money and energy of nodes of one server. Every number is null where something that it needs is not known, or no node count is.</summary>
/// <remarks>Money and power are decimals: sums and products are exact, a quotient has 28 digits.</remarks>
public class OperatedNodes
{
    /// <summary>Hours of a month, as clouds bill it: 365 days of 24 hours by 12.</summary>
    public const decimal HoursPerMonth = 730;

    /// <summary>BTU per hour of one watt.</summary>
    public const decimal BtuPerHourPerWatt = 3.412142m;

    /// <summary>Rack units of a rack unless told otherwise: the usual full rack.</summary>
    public const decimal DefaultRackHeightUnits = 42;

    private readonly ServerHardware hardware;

    internal OperatedNodes(Server server, Operations asked, decimal? nodes)
    {
        Server = server;
        hardware = server.Hardware;
        Asked = asked;
        Nodes = nodes;
    }

    /// <summary>One node.</summary>
    public Server Server { get; }

    /// <summary>What the operator said.</summary>
    public Operations Asked { get; }

    /// <summary>Nodes, spares included.</summary>
    public decimal? Nodes { get; }

    /// <summary>Most that one node draws, in kW.</summary>
    public decimal? NodePeakKw => hardware.MaxPowerKw;

    /// <summary>What the GPUs of one node may draw by design, in kW: the node draws more.</summary>
    public decimal? NodeGpusKw => hardware.GpuTdpW * Server.Gpus / 1000m;

    /// <summary>What the nodes draw under load, in kW of IT.</summary>
    public decimal? PowerTypicalKw => hardware.TypicalPowerKw * Nodes;

    /// <summary>Most that the nodes draw, in kW of IT.</summary>
    public decimal? PowerPeakKw => NodePeakKw * Nodes;

    /// <summary>Most that the site draws for the nodes, in kW.</summary>
    public decimal? FacilityPowerKw => PowerPeakKw * Asked.Pue;

    /// <summary>Heat of the nodes in kW: what is drawn leaves as heat.</summary>
    public decimal? HeatKw => PowerPeakKw;

    /// <summary>Heat of the nodes in BTU per hour.</summary>
    public decimal? HeatBtuH => HeatKw * 1000m * BtuPerHourPerWatt;

    /// <summary>Rack units of the nodes.</summary>
    public decimal? RackUnits => hardware.RackUnits * Nodes;

    /// <summary>Rack units of one rack.</summary>
    public decimal RackHeightUnits => Asked.RackHeightUnits ?? DefaultRackHeightUnits;

    /// <summary>Nodes of one rack by its power; null where no limit was given or the node's power is not known.</summary>
    public decimal? NodesByRackPower => Asked.RackPowerKw / NodePeakKw is decimal nodes ? decimal.Floor(nodes) : null;

    /// <summary>Nodes of one rack by its height; null where the node's is not known.</summary>
    public decimal? NodesByRackHeight => RackHeightUnits / hardware.RackUnits is decimal nodes ? decimal.Floor(nodes) : null;

    /// <summary>Nodes of one rack; null where a limit of power was given and the node's power is not known, or where neither power nor height limits them.</summary>
    public decimal? NodesPerRack => Asked.RackPowerKw is not null && NodesByRackPower is null ? null
        : NodesByRackPower is decimal byPower && NodesByRackHeight is decimal byHeight ? Math.Min(byPower, byHeight)
        : NodesByRackPower ?? NodesByRackHeight;

    /// <summary>Racks; null where that is not known, or where not one node fits.</summary>
    public decimal? Racks => NodesPerRack is decimal perRack and > 0 && Nodes is decimal nodes ? decimal.Ceiling(nodes / perRack) : null;

    /// <summary>Whether one node surely draws more than a rack may.</summary>
    public bool IsRackPowerBelowNode => (NodePeakKw ?? NodeGpusKw) > Asked.RackPowerKw;

    /// <summary>Whether money was asked for and what nodes cost is not known: no price at all, or none for a month of bought nodes.</summary>
    public bool IsPriceUnknown => Asked.AsksForMoney
        && (Asked.CapexPerNode is null ? Asked.PricePerHour is null : Asked.DepreciationMonths is null);

    /// <summary>Price of the nodes for one hour, as given.</summary>
    public decimal? PricePerHour => Asked.PricePerHour * Nodes;

    /// <summary>Price of the nodes for one month of 730 hours.</summary>
    public decimal? PricePerMonth => PricePerHour * HoursPerMonth;

    /// <summary>Price of the nodes when they are bought.</summary>
    public decimal? Capex => Asked.CapexPerNode * Nodes;

    /// <summary>What a month takes off the bought nodes.</summary>
    public decimal? CapexPerMonth => Capex / Asked.DepreciationMonths;

    /// <summary>What energy is counted with, in kW of the site: the typical draw where it is known, else the peak, which is an upper bound.</summary>
    public decimal? DrawnKw => (PowerTypicalKw ?? PowerPeakKw) * (Asked.Pue ?? 1);

    /// <summary>Energy of one month in kWh.</summary>
    public decimal? EnergyPerMonthKwh => DrawnKw * HoursPerMonth;

    /// <summary>Price of the energy of one month.</summary>
    public decimal? EnergyCostPerMonth => EnergyPerMonthKwh * Asked.EnergyPricePerKwh;

    /// <summary>CO2 of one month in kg.</summary>
    public decimal? Co2PerMonthKg => EnergyPerMonthKwh * (Asked.Co2GramsPerKwh / 1000m);

    /// <summary>All that was given a price, for one month; null where one of them is not known, or nothing has a price.</summary>
    public decimal? CostPerMonth
    {
        get
        {
            bool isRented = Asked.PricePerHour is not null;
            bool isBought = Asked.CapexPerNode is not null;
            bool paysEnergy = Asked.EnergyPricePerKwh is not null;
            return isRented || isBought
                ? (isRented ? PricePerMonth : 0) + (isBought ? CapexPerMonth : 0) + (paysEnergy ? EnergyCostPerMonth : 0)
                : null;
        }
    }

    /// <summary>Power and cost, as far as they are known.</summary>
    public override string ToString() => string.Join(", ", new[]
    {
        PowerPeakKw is decimal power ? $"{NumberText.Grouped(power, 0, 3)} kW" : null,
        CostPerMonth is decimal cost ? $"{NumberText.Grouped(cost, 2, 2)} {Asked.Currency ?? "currency"} a month" : null,
    }.Where(part => part is not null));
}
