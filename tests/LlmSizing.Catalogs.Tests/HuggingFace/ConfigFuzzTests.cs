using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.HuggingFace;

public class ConfigFuzzTests
{
    [Fact]
    public void Damaged_configs_are_imported_or_refused_and_nothing_else()
    {
        var random = new Random(20261124);
        int imported = Enumerable.Range(0, 4000).Count(_ => ConfigMutator.Import(ConfigMutator.Mutate(ConfigMutator.Seeds[random.Next(ConfigMutator.Seeds.Length)], random)));

        Assert.InRange(imported, 1, 3999);
    }
}
