using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Metrics;

public class FleetTests
{
    private static readonly ServerHardware Known = new(gpuTdpW: 1100, maxPowerKw: 14.5m, rackUnits: 10);

    [Fact]
    public void A_node_of_14_5_kw_gives_off_49476_btu_an_hour()
    {
        global::LlmSizing.Fleet fleet = FleetOf(new global::LlmSizing.Operations(pue: 1), Known, Given.Minimum);
        Assert.Equal(1, fleet.Nodes);
        Assert.Equal(49_476.059m, fleet.HeatBtuH);
        Assert.Equal("49,476 BTU/h", Shown(fleet, "heat_btu_h"));
    }

    [Fact]
    public void Power_is_that_of_all_nodes_and_the_site_draws_more_by_its_pue()
    {
        global::LlmSizing.Fleet fleet = FleetOf(new global::LlmSizing.Operations(pue: 1.3m), Known, Given.Recommended);
        Assert.Equal(2, fleet.Nodes);
        Assert.Equal(29m, fleet.PowerPeakKw);
        Assert.Equal(37.7m, fleet.FacilityPowerKw);
        Assert.Equal(29m, fleet.HeatKw);
        Assert.Equal("37.7 kW", Shown(fleet, "facility_power_kw"));
    }

    [Theory]
    [InlineData(14.5, 42, 2)]
    [InlineData(28.9, 42, 2)]
    [InlineData(29.0, 42, 1)]
    [InlineData(1000.0, 42, 1)]
    [InlineData(1000.0, 19, 2)]
    [InlineData(null, 10, 2)]
    [InlineData(14.4, 42, null)]
    [InlineData(1000.0, 9, null)]
    public void Racks_are_limited_by_power_and_by_height(double? kw, int height, int? racks)
    {
        global::LlmSizing.Fleet fleet = FleetOf(new global::LlmSizing.Operations(rackPowerKw: (decimal?)kw, rackHeightUnits: height), Known, Given.Recommended);
        Assert.Equal(racks, (int?)fleet.Racks);
        Assert.Equal(racks is null ? "metric.node_beyond_rack" : racks == 1 ? "1 unit.racks.one" : $"{racks} unit.racks.other", Shown(fleet, "racks"));
    }

    [Fact]
    public void Gpus_alone_are_not_the_power_of_the_node()
    {
        global::LlmSizing.Fleet fleet = FleetOf(new global::LlmSizing.Operations(pue: 1.3m, rackPowerKw: 8), new ServerHardware(gpuTdpW: 1100), Given.Minimum);
        Assert.Null(fleet.PowerPeakKw);
        Assert.Null(fleet.HeatBtuH);
        Assert.Null(fleet.FacilityPowerKw);
        Assert.Equal(8.8m, fleet.NodeGpusKw);
        Assert.Equal("metric.power_at_least", Shown(fleet, "power_peak_kw"));
        // 8.8 kW of GPUs are surely more than the 8 kW of the rack.
        Assert.Equal(["rack_power_below_node", "power_unknown"], fleet.Result.Alerts.Where(alert => alert.Code is not "no_redundancy" and not "idle_fleet").Select(alert => alert.Code));
    }

    [Fact]
    public void A_rack_limit_with_an_unknown_draw_leaves_the_racks_unknown_whatever_the_height()
    {
        global::LlmSizing.Fleet fleet = FleetOf(new global::LlmSizing.Operations(rackPowerKw: 40), new ServerHardware(rackUnits: 10), Given.Minimum);
        Assert.Null(fleet.Racks);
        Assert.Equal("metric.racks_unknown", Shown(fleet, "racks"));
    }

    [Fact]
    public void Rent_is_exact_where_binary_floating_point_slips()
    {
        global::LlmSizing.Fleet fleet = FleetOf(new global::LlmSizing.Operations(pricePerHour: 0.1m, currency: "EUR"), Known, Given.Ideal);
        Assert.Equal(3, fleet.Nodes);
        Assert.Equal(0.3m, fleet.PricePerHour);
        Assert.Equal(219m, fleet.PricePerMonth);
        Assert.Equal("219.00 EUR/month", Shown(fleet, "price_per_month"));
        Assert.Equal("EUR/h", Described(fleet, "price_per_hour").Unit);
    }

    [Fact]
    public void A_month_costs_rent_depreciation_and_energy_as_far_as_they_were_given()
    {
        global::LlmSizing.Fleet fleet = FleetOf(
            new global::LlmSizing.Operations(pue: 1.2m, energyPricePerKwh: 0.1m, capexPerNode: 480_000, depreciationMonths: 48), Known, Given.Recommended);
        Assert.Equal(960_000m, fleet.Capex);
        Assert.Equal(20_000m, fleet.CapexPerMonth);
        Assert.Equal(29m * 1.2m * 730m * 0.1m, fleet.EnergyCostPerMonth);
        Assert.Equal(22_540.4m, fleet.CostPerMonth);
        Assert.Equal("cost_per_month = capex_per_month + energy_cost_per_month", Described(fleet, "cost_per_month").Rationale.ToString());
    }

    [Fact]
    public void A_million_tokens_cost_the_price_of_a_node_hour_by_its_tokens_and_their_share()
    {
        // 98.32 an hour / (2,500 x 3,600 x 0.5 tokens) x 10^6.
        global::LlmSizing.Fleet fleet = FleetOf(new global::LlmSizing.Operations(pricePerHour: 98.32m, outputTokensPerSecond: 2_500, utilization: 0.5m, co2GramsPerKwh: 400), Known, Given.Minimum);
        Assert.Equal(21.848888888889m, fleet.CostPerMillion(2_500));
        Assert.Equal("21.8489 currency/Mtok", Shown(fleet, "price_per_million_output_tokens"));
        Assert.Equal(3.222222222222m, fleet.EnergyPerMillionKwh(2_500));
        Assert.Equal(400m * 3.222222222222m, fleet.Co2PerMillionGrams(2_500));
    }

    [Fact]
    public void Spares_make_tokens_dearer()
    {
        var asked = new global::LlmSizing.Operations(pricePerHour: 98.32m, outputTokensPerSecond: 2_500);
        Assert.Equal(2 * FleetOf(asked, Known, Given.Minimum).CostPerMillion(1_000), FleetOf(asked, Known, Given.Recommended).CostPerMillion(1_000));
    }

    [Fact]
    public void Energy_is_counted_at_the_draw_under_load_where_it_is_known()
    {
        var asked = new global::LlmSizing.Operations(co2GramsPerKwh: 100);
        Assert.Equal(14.5m * 730m / 10m, FleetOf(asked, Known, Given.Minimum).Co2PerMonthKg);
        Assert.Equal(730m, FleetOf(asked, new ServerHardware(maxPowerKw: 14.5m, typicalPowerKw: 10), Given.Minimum).Co2PerMonthKg);
    }

    [Fact]
    public void A_price_that_is_missing_stays_unknown_and_is_named()
    {
        global::LlmSizing.Fleet fleet = FleetOf(new global::LlmSizing.Operations(currency: "EUR", outputTokensPerSecond: 2_500), Known, Given.Minimum);
        Assert.Null(fleet.CostPerMonth);
        Assert.Equal("metric.price_unknown", Shown(fleet, "price_per_hour"));
        Assert.Equal("metric.price_unknown", Shown(fleet, "price_per_million_output_tokens"));
        Assert.Contains("price_unknown", fleet.Result.Alerts.Select(alert => alert.Code));
        global::LlmSizing.Fleet bought = FleetOf(new global::LlmSizing.Operations(capexPerNode: 1), Known, Given.Minimum);
        Assert.Contains("price_unknown", bought.Result.Alerts.Select(alert => alert.Code));
        Assert.DoesNotContain("price_per_hour", bought.Result.Metrics.Select(metric => metric.Metric));
    }

    [Fact]
    public void A_request_that_cannot_be_met_has_no_fleet_to_pay_for()
    {
        global::LlmSizing.Fleet fleet = FleetOf(new global::LlmSizing.Operations(pue: 1.3m, pricePerHour: 10, outputTokensPerSecond: 1), Known, Given.Minimum, new Requirements(500, 65_536, null, runtimeOverheadGib: 1_500));
        Assert.All(fleet.Result.Metrics.Where(metric => MetricList.All.Single(known => known.Id == metric.Metric) is FleetMetric), metric =>
        {
            Assert.Null(metric.Value);
            Assert.Equal("metric.nodes.none", metric.Display);
        });
    }

    [Fact]
    public void Nothing_is_said_where_nothing_was_asked() =>
        Assert.DoesNotContain(Given.Result().Metrics, metric => MetricList.All.Single(known => known.Id == metric.Metric) is FleetMetric);

    [Fact]
    public void The_largest_inputs_still_fit()
    {
        var asked = new global::LlmSizing.Operations(5, 1_000_000, 1_000, 100_000, 100_000, 100_000_000, 100_000_000_000, 1, 0.0001m, "X", 0.001m, 0.001m);
        global::LlmSizing.Fleet fleet = FleetOf(asked, new ServerHardware(maxPowerKw: 1_000_000, typicalPowerKw: 1_000_000, rackUnits: 1_000), Given.Ideal, new Requirements(1_000_000_000, 131_072, null, 0.01m));
        Assert.All(fleet.Result.Metrics, metric => Assert.NotNull(metric.Display));
        Assert.Equal(0, decimal.Compare(fleet.Nodes!.Value * 1_000_000m, fleet.PowerPeakKw!.Value));
    }

    [Theory]
    [InlineData(0.99, null)]
    [InlineData(5.01, null)]
    [InlineData(null, 0.0)]
    [InlineData(null, 1.01)]
    public void A_number_outside_its_range_is_refused(double? pue, double? utilization) =>
        Assert.Throws<SizingException>(() => new global::LlmSizing.Operations(pue: (decimal?)pue, utilization: (decimal?)utilization));

    private static global::LlmSizing.Fleet FleetOf(global::LlmSizing.Operations asked, ServerHardware hardware, Scenario scenario, Requirements? requirements = null)
    {
        var server = new Server(new EntryInfo("dgx-b300"), 8, 180, fp8Units: true, hardware: hardware);
        return global::LlmSizing.Fleet.Of(Given.Solve(new SizingRequest(Given.Model(), server, null, requirements ?? Given.Requirements(), operations: asked), scenario))!;
    }

    private static MetricResult Described(global::LlmSizing.Fleet fleet, string id) => fleet.Result.Metrics.Single(metric => metric.Metric == id);

    private static string Shown(global::LlmSizing.Fleet fleet, string id) => Described(fleet, id).Display;
}
