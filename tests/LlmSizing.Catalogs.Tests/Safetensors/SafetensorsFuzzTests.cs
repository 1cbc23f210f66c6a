using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Safetensors;

public class SafetensorsFuzzTests
{
    [Fact]
    public void Whole_files_and_indexes_are_imported() => Assert.All(SafetensorsMutator.Seeds, seed => Assert.True(SafetensorsMutator.Import(seed)));

    [Fact]
    public void Damaged_files_and_indexes_give_a_model_or_a_reason_and_nothing_else()
    {
        var random = new Random(20261124);
        int imported = Enumerable.Range(0, 3000).Count(_ => SafetensorsMutator.Import(SafetensorsMutator.Mutate(SafetensorsMutator.Seeds[random.Next(SafetensorsMutator.Seeds.Length)], random)));

        Assert.InRange(imported, 1, 2999);
    }
}
