using System;
using System.Diagnostics;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Gguf;

public class GgufFuzzTests
{
    [Fact]
    public void Damaged_bytes_give_a_model_or_a_reason_and_nothing_else()
    {
        var random = new Random(20260901);
        var clock = Stopwatch.StartNew();
        int imported = Enumerable.Range(0, 4000).Count(_ => GgufMutator.Import(GgufMutator.Mutate(GgufMutator.Seeds[random.Next(GgufMutator.Seeds.Length)], random)));

        Assert.InRange(imported, 1, 3999);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1));
    }
}
