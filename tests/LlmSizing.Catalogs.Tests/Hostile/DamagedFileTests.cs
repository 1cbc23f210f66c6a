using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace LlmSizing.Catalogs.Tests.Hostile;

public class DamagedFileTests(ITestOutputHelper output)
{
    [Fact]
    public void Two_thousand_damaged_files_never_throw_and_never_hang()
    {
        string[] texts = [Samples.Models, Samples.Servers, Samples.Scenarios, .. Repository.CatalogFiles.Where(file => new FileInfo(file).Length < 8000).Select(File.ReadAllText)];
        using var folder = new TempFolder();
        double worst = 0;
        int refused = 0;
        for (int seed = 0; seed < 2000; seed++)
        {
            string path = folder.Write(seed % 10 == 0 ? "damaged.json" : "damaged.yaml", new Mutations(seed).Damage(texts[seed % texts.Length]));
            var watch = Stopwatch.StartNew();
            Catalog catalog = new CatalogLibrary(folder.PathOf("none")).Load([path]);
            worst = Math.Max(worst, watch.Elapsed.TotalMilliseconds);
            refused += catalog.Problems.Any(problem => problem.Path == path) ? 1 : 0;
            Assert.All(catalog.Models, model => Assert.Equal(model.NumLayers, model.Layers.Sum(group => group.Count)));
            Assert.All(catalog.Problems, problem => Assert.True(problem.Message.Length > 0 && problem.Suggestion.Length > 0 && problem.Line >= 0, problem.ToString()));
        }
        output.WriteLine($"{refused} of 2000 damaged files had a problem; the slowest took {worst:0} ms");
        Assert.True(worst < 10_000);
        Assert.InRange(refused, 500, 2000);
    }

    [Fact]
    public void Files_of_random_bytes_are_refused()
    {
        using var folder = new TempFolder();
        for (int seed = 0; seed < 300; seed++)
        {
            byte[] bytes = new byte[seed * 7 + 1];
            new Random(seed).NextBytes(bytes);
            Assert.NotEmpty(CatalogChecker.Check([folder.Write("random.yaml", bytes)]));
        }
    }
}
