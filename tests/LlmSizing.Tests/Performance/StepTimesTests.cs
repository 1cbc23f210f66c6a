using System.Collections.Generic;
using System.Linq;
using LlmSizing.Tests.Placements;
using Xunit;

namespace LlmSizing.Tests.Performance;

/// <summary>Times of steps: by hand on the datasheet's roofline, and what every tuning keeps.</summary>
public class StepTimesTests
{
    private static readonly Server H100 = new(
        new EntryInfo("h100"), 8, 80, "NVIDIA H100 SXM 80GB", hbmBandwidthTbS: 3.35m, fp8Units: true, nvlinkDomainGpus: 8,
        hardware: new ServerHardware(bf16Tflops: 989, fp8Tflops: 1978, gpuLinkGbS: 900, pcieGen: 5, fabricGbS: 50));

    private static readonly EngineTuning Half = new(TuningConstants.All.Select(constant => KeyValuePair.Create(constant, constant.Unit == "ratio" ? 0.5 : 20)));

    [Fact]
    public void One_token_of_a_dense_model_takes_the_reading_of_its_weights()
    {
        NodePlan plan = Placed.Plan(Placed.Llama70B(), new Placement(4), H100);
        double bytes = plan.Model.Architecture!.Weights.Where(matrix => matrix.Component is not ("embedding" or "norm")).Sum(matrix => (double)matrix.Bytes) / 4;
        double allReduce = 160 * 1.5 * 8192 * 2 / 450e9;
        Assert.Equal((bytes / 3.35e12) + allReduce, new StepTimes(plan, EngineTuning.Ideal).Seconds(StepLoad.Decode(1, 0)), 9);
    }

    [Fact]
    public void A_long_prompt_takes_its_arithmetic()
    {
        NodePlan plan = Placed.Plan(Placed.Llama70B(), new Placement(8), H100);
        StepBreakdown step = new StepTimes(plan, EngineTuning.Ideal).Explain(new StepLoad(8192, StepLoad.Pairs(8192, 0), 0, 0));
        double linear = 2.0 * 8192 * plan.Model.Architecture!.Weights.Where(matrix => matrix.Component is "attention" or "mlp").Sum(matrix => (double)matrix.Parameters) / 8;
        // 4 × layers × heads × head dim for each causal pair.
        double attention = 4.0 * 80 * 64 * 128 / 8 * 8192 * 8193 / 2;
        Assert.Equal(linear + attention, step.Components.Where(part => part.Name is "attention" or "mlp" or "prompt_attention").Sum(part => part.Flops), 1e-6 * linear);
        Assert.Equal("compute", step.Bound);
    }

    // formulas: E (1 - (1 - k / E)^B), uniform routing, 256 experts of which a token passes 8.
    [Theory]
    [InlineData(1, 8.0)]
    [InlineData(8, 57.42)]
    [InlineData(32, 163.31)]
    [InlineData(128, 251.60)]
    public void A_batch_reaches_the_expected_number_of_distinct_experts(long batch, double distinct) =>
        Assert.Equal(distinct, new StepTimes(Placed.Plan(Placed.LatentMixture(), new Placement(1), H100), EngineTuning.Ideal).DistinctExperts(batch), 0.01);

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void The_parts_add_up_to_the_step(long tensorParallel)
    {
        foreach (Model model in new[] { Placed.Llama70B(), Placed.Llama70B("fp8"), Placed.LatentMixture() })
        {
            var times = new StepTimes(Placed.Plan(model, new Placement(tensorParallel), H100), Half);
            foreach (StepLoad load in new[] { StepLoad.Decode(1, 1), StepLoad.Decode(64, 4000), new StepLoad(512, StepLoad.Pairs(512, 100), 7, 9000), new StepLoad(0, 0, 8, 8000, 24) })
            {
                Assert.Equal(times.Seconds(load), times.Explain(load).Seconds, 12);
            }
        }
    }

    [Fact]
    public void No_tuning_beats_the_datasheet_and_more_work_never_takes_less_time()
    {
        var ideal = new StepTimes(Placed.Plan(Placed.LatentMixture(), new Placement(8), H100), EngineTuning.Ideal);
        var real = new StepTimes(Placed.Plan(Placed.LatentMixture(), new Placement(8), H100), Half);
        double last = 0;
        foreach (long batch in new long[] { 1, 2, 16, 128, 1024, 65_536 })
        {
            double now = real.Seconds(StepLoad.Decode(batch, 2000));
            Assert.True(now >= ideal.Seconds(StepLoad.Decode(batch, 2000)));
            Assert.True(now >= last);
            last = now;
        }
    }

    [Fact]
    public void Nothing_to_do_takes_no_time() => Assert.Equal(0, new StepTimes(Placed.Plan(Placed.Llama70B(), new Placement(8), H100), Half).Seconds(default));

    [Fact]
    public void A_server_that_does_not_say_its_speed_is_refused_with_the_field()
    {
        SizingException error = Assert.Throws<SizingException>(() => new StepTimes(Placed.Plan(Placed.Llama70B(), new Placement(8)), EngineTuning.Ideal));
        Assert.Contains("hbm_bandwidth_tb_s", error.Message);
    }

    [Fact]
    public void A_constant_out_of_its_range_is_refused() =>
        Assert.Throws<SizingException>(() => new EngineTuning([KeyValuePair.Create(TuningConstants.Compute8, 1.01)]));

    [Fact]
    public void The_constants_stand_at_their_numbers() => Assert.All(TuningConstants.All.Select((constant, i) => (constant, i)), pair => Assert.Equal(pair.i, pair.constant.Index));
}
