using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Engines;

public class CalibrationTests
{
    private static readonly Calibration[] Known = [Measured.Old, Measured.Calibration];

    [Theory]
    [InlineData("0.5", "vllm-0.6")]
    [InlineData("0.12", "vllm-0.6")]
    [InlineData("0.15", "vllm-0.19")]
    [InlineData("0.27", "vllm-0.19")]
    public void The_newest_that_holds_for_the_version_is_used(string version, string name) =>
        Assert.Equal(name, Calibration.Resolve(Known, Served.Vllm, EngineVersion.Parse(version))?.Name);

    [Fact]
    public void A_part_of_ones_own_stands_over_the_engines()
    {
        var own = new Calibration(new EntryInfo("my-h100"), "vllm", null, [new CalibrationConstant(CalibrationNames.NonTorchGib, 0.5m, 5, 1, "my log")]);

        Calibration resolved = Calibration.Resolve(Known, Served.Vllm, EngineVersion.Parse("0.19"), own)!;

        Assert.Equal(("my-h100", 0.5m, 14.67m), (resolved.Name, resolved[CalibrationNames.NonTorchGib].Value, resolved[CalibrationNames.SamplerBytesPerLogit].Value));
        // It lacks constants, so that no run takes it unasked.
        Assert.Equal("vllm-0.19", Calibration.Resolve([own, .. Known], Served.Vllm, EngineVersion.Parse("0.19"))!.Name);
    }

    [Fact]
    public void One_of_another_engine_is_refused() =>
        Assert.Contains("not of sglang", Assert.Throws<SizingException>(() => Calibration.Resolve(Known, EngineList.Find("sglang")!, null, Measured.Old)).Message, System.StringComparison.Ordinal);

    [Fact]
    public void An_engine_that_needs_none_gets_none() => Assert.Null(Calibration.Resolve(Known, EngineList.Find("ideal")!));

    [Fact]
    public void A_missing_constant_is_named() =>
        Assert.Contains(CalibrationNames.ContextGib, Assert.Throws<SizingException>(() => Measured.Old[CalibrationNames.ContextGib]).Message, System.StringComparison.Ordinal);
}
