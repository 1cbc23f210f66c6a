using LlmSizing.Tests.Placements;
using Xunit;

namespace LlmSizing.Tests.Performance;

/// <summary>Requests that follow one another.</summary>
public class SteadyStateTests
{
    internal static readonly Server H100 = new(
        new EntryInfo("h100"), 8, 80, "NVIDIA H100 SXM 80GB", hbmBandwidthTbS: 3.35m, fp8Units: true, nvlinkDomainGpus: 8,
        hardware: new ServerHardware(bf16Tflops: 989, fp8Tflops: 1978, gpuLinkGbS: 900));

    private static readonly StepTimes Times = new(Placed.Plan(Placed.Llama70B(), new Placement(8), H100), EngineTuning.Ideal);

    [Fact]
    public void A_lone_request_waits_for_its_prompt_and_for_its_steps_alone()
    {
        var state = new SteadyState(Times, 1, 1000, 100);
        Assert.Equal(Times.Seconds(new StepLoad(1000, StepLoad.Pairs(1000, 0), 0, 0)), state.TtftSeconds, 12);
        Assert.Equal(Times.Seconds(StepLoad.Decode(1, 1050)), state.TpotSeconds, 12);
        Assert.Equal(state.TtftSeconds + (99 * state.TpotSeconds), state.EndToEndSeconds, 12);
    }

    [Fact]
    public void Concurrency_is_rate_times_time()
    {
        var state = new SteadyState(Times, 64, 2000, 500);
        Assert.Equal(64, state.RequestsPerSecond * state.EndToEndSeconds, 9);
    }

    [Fact]
    public void Requests_beyond_the_room_of_the_cache_wait_and_slow_nobody()
    {
        var room = new SteadyState(Times, 8, 2000, 500);
        var crowd = new SteadyState(Times, 16, 2000, 500, mostRunning: 8);
        Assert.Equal(room.TpotSeconds, crowd.TpotSeconds, 12);
        Assert.Equal(room.EndToEndSeconds, crowd.AdmissionSeconds, 12);
    }

    [Fact]
    public void A_prefix_in_the_cache_shortens_the_prompt() =>
        Assert.True(new SteadyState(Times, 8, 8000, 100, cachedTokens: 7999).TtftSeconds < new SteadyState(Times, 8, 8000, 100).TtftSeconds);

    // Leviathan et al.: (1 - a^(g+1)) / (1 - a).
    [Theory]
    [InlineData(3, "0.8", 2.952)]
    [InlineData(4, "0.5", 1.9375)]
    [InlineData(5, "1", 6)]
    [InlineData(5, "0", 1)]
    public void Drafts_yield_their_expected_tokens(long drafts, string acceptance, double tokens) =>
        Assert.Equal(tokens, new Speculation(drafts, decimal.Parse(acceptance, System.Globalization.CultureInfo.InvariantCulture), 0).TokensPerStep, 9);

    [Fact]
    public void Drafts_that_cost_nothing_and_are_always_right_divide_the_time_of_a_token_that_memory_binds()
    {
        double plain = new SteadyState(Times, 1, 1000, 100).TpotSeconds;
        double drafted = new SteadyState(Times, 1, 1000, 100, speculation: new Speculation(3, 1, 0)).TpotSeconds;
        Assert.InRange(plain / drafted, 3.5, 4);
    }

    [Theory]
    [InlineData(0, 1, 1, 0)]
    [InlineData(1, 0, 1, 0)]
    [InlineData(1, 1, 0, 0)]
    [InlineData(1, 10, 1, 10)]
    public void Loads_that_mean_nothing_are_refused(long concurrency, long input, long output, long cached) =>
        Assert.Throws<SizingException>(() => new SteadyState(Times, concurrency, input, output, cachedTokens: cached));
}
