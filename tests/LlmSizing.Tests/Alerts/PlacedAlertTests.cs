using System.Linq;
using LlmSizing.Tests.Placements;
using Xunit;

namespace LlmSizing.Tests.Alerts;

/// <summary>Each rule of a placed model, and that it says nothing without a placement.</summary>
public class PlacedAlertTests
{
    private static readonly string[] Codes =
    [
        "weights_do_not_fit", "context_beyond_replica", "quantization_not_run", "weights_without_units", "tp_crosses_nvlink", "kv_heads_replicated",
        "pipeline_uneven", "usable_hbm_below_marketed",
    ];

    [Fact]
    public void A_plan_that_is_sound_raises_none() => Assert.Empty(Raised(Placed.Result(Placed.Llama70B(), new Placement(8))));

    [Fact]
    public void Without_a_placement_none_is_raised() => Assert.Empty(Raised(Given.Result(server: Given.Server(fp8Units: false))));

    [Theory]
    [InlineData(4, 8, false)]
    [InlineData(4, 4, false)]
    [InlineData(8, 4, true)]
    [InlineData(8, null, false)]
    [InlineData(16, null, true)]
    public void Tensor_parallelism_stays_in_the_domain(long degree, int? domain, bool raised) =>
        Assert.Equal(raised, Raised(Placed.Result(Placed.Llama70B(), new Placement(degree), Placed.Node(domain: domain))).Contains("tp_crosses_nvlink"));

    [Fact]
    public void Copies_uneven_stages_and_less_memory_are_said()
    {
        Assert.Contains("kv_heads_replicated", Raised(Placed.Result(Placed.Llama70B(), new Placement(16), Placed.Node(16))));
        Assert.Contains("pipeline_uneven", Raised(Placed.Result(Placed.Llama70B(), new Placement(2, 3))));
        Assert.DoesNotContain("pipeline_uneven", Raised(Placed.Result(Placed.Llama70B(), new Placement(2, 4))));
        Assert.Contains("usable_hbm_below_marketed", Raised(Placed.Result(Placed.Llama70B(), new Placement(8), Placed.Node(8, 80, 70))));
    }

    [Fact]
    public void Formats_need_units()
    {
        Assert.Contains("weights_without_units", Raised(Placed.Result(Placed.Llama70B("fp8_channel"), new Placement(4), Placed.Node(fp8Units: false))));
        Assert.DoesNotContain("weights_without_units", Raised(Placed.Result(Placed.Llama70B("fp8_channel"), new Placement(4), Placed.Node(fp8Units: null))));
        Assert.DoesNotContain("weights_without_units", Raised(Placed.Result(Placed.Llama70B(), new Placement(4), Placed.Node(fp8Units: false))));
    }

    [Fact]
    public void An_overhead_below_the_weights_of_a_GPU_is_critical() =>
        Assert.Equal("overhead_below_weights", Placed.Result(Placed.Llama70B(), new Placement(8), load: Placed.Load(overhead: 100)).Alerts[0].Code);

    private static string[] Raised(ScenarioResult result) => [.. result.Alerts.Select(alert => alert.Code).Where(code => Codes.Contains(code))];
}
