using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests;

public class BuiltInCalibrationTests
{
    public static TheoryData<string> Engines => [.. EngineList.All.Where(engine => engine.Constants.Count > 0).Select(engine => engine.Name)];

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_constant_of_an_engine_is_measured_for_old_and_new_versions(string name)
    {
        Engine engine = EngineList.Find(name)!;

        Assert.All(new[] { "0.1", "0.19", "99" }, version =>
        {
            Calibration? calibration = Calibration.Resolve(BuiltInCatalog.All.Calibrations, engine, EngineVersion.Parse(version));
            Assert.All(engine.Constants, constant => Assert.NotEmpty(calibration![constant].Evidence));
        });
    }
}
