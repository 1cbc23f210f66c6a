using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class WidthTests
{
    private static readonly string[] Extremes =
    [
        new string('W', 64), string.Concat(Enumerable.Repeat("𝔘", 64)), string.Concat(Enumerable.Repeat("界 ", 32)), new string('x', 300), Cases.HostileName,
    ];

    private static readonly Gen<string> Name = Gen.Frequency(
        (4, Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789-._+"].Array[1, 64].Select(letters => new string(letters))),
        (1, Gen.Int[0, Extremes.Length - 1].Select(i => Extremes[i])));

    private static readonly Gen<LayerGroup> Layer =
        from count in Gen.Long[1, 200]
        from heads in Gen.Long[1, 128]
        from dim in Gen.Long[1, 1024]
        from value in Gen.OneOf(Gen.Const(0L), Gen.Long[1, 1024])
        from window in Gen.OneOf(Gen.Const(0L), Gen.Long[1, 1_000_000])
        select window == 0
            ? (LayerGroup)new FullAttention(count, heads, dim, value == 0 ? null : value)
            : new SlidingAttention(count, heads, dim, window, value == 0 ? null : value);

    private static readonly Gen<Model> AnyModel =
        from name in Name
        from layers in Layer.Array[1, 30]
        from context in Gen.OneOf(Gen.Long[1, 10_000_000], Gen.Const(long.MaxValue))
        from weights in Gen.Decimal[0.001m, 999_999m]
        select new Model(new EntryInfo(name, estimate: name), layers, context, Sample.Fp8, weightsGib: decimal.Round(weights, 9));

    private static readonly Gen<Server> AnyServer =
        from name in Name
        from gpus in Gen.Long[1, 1_000_000]
        from gb in Gen.Decimal[0.1m, 1000m]
        select new Server(new EntryInfo(name), gpus, decimal.Round(gb, 9), gpu: name, fp8Units: false, int8Units: true);

    private static readonly Gen<StorageProfile> AnyStorage =
        from name in Name
        from iops in Gen.Long[1, long.MaxValue]
        from gb in Gen.Decimal[0.000000001m, 1_000_000m]
        select new StorageProfile(new EntryInfo(name), name, iops, null, decimal.Round(gb, 9) + 0.000000001m, null, null, 1_000_000_000_000_000m);

    private static readonly KvPrecision[] ByHead = [.. KvPrecision.All.Where(precision => !precision.IsLatentOnly)];

    private static readonly Gen<Requirements> AnyLoad =
        from sessions in Gen.OneOf(Gen.Long[1, 1_000_000_000], Gen.Const(1_000_000_000L))
        from context in Gen.OneOf(Gen.Long[1, 1_000_000], Gen.Const(1_000_000_000L))
        from precision in Gen.Int[0, ByHead.Length - 1].Select(i => ByHead[i])
        from ratio in Gen.Decimal[0, 1]
        from headroom in Gen.Decimal[0, 10]
        from overhead in Gen.Decimal[0, 1_000_000]
        select new Requirements(sessions, context, precision, decimal.Round(ratio, 9), decimal.Round(overhead, 9), decimal.Round(headroom, 9));

    private static readonly Gen<SizingRequest> AnyRequest = Gen.Select(AnyModel, AnyServer, AnyStorage, AnyLoad, (model, server, storage, load) => new SizingRequest(model, server, storage, load));

    [Fact]
    public void No_line_of_the_text_report_outside_the_dictionary_exceeds_a_hundred_columns() => AnyRequest.Array[1, 4].Sample(
        requests =>
        {
            SizingRequest[] solvable = [.. requests.Where(Solvable)];
            if (solvable.Length > 0)
            {
                Assert.All(Words.Cultures, culture => Assert.Empty(Broken(Sample.Write("Text", culture, solvable))));
            }
        },
        iter: 400);

    [Theory]
    [MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void The_known_extremes_hold_a_hundred_columns(string name) =>
        Assert.All(Words.Cultures, culture => Assert.Empty(Broken(Sample.Write("Text", culture, Cases.Named(name)))));

    private static bool Solvable(SizingRequest request)
    {
        try
        {
            return Sample.Scenarios.All(scenario => CapacityPlanner.Solve(request, scenario).KvPerSessionBytes > 0);
        }
        catch (SizingException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Broken(string report) => report.Split('\n').Where(line =>
        (Columns(line) > 100 && !IsDictionary(line)) || line.EndsWith(' ') || line.Any(c => char.IsControl(c) || c == '\u202e'));

    private static int Columns(string line) => line.EnumerateRunes().Count();

    private static bool IsDictionary(string line) => Words.Cultures.Any(culture =>
        new[] { "description", "origin", "importance", "common_error.text" }.Any(label =>
            line.StartsWith($"  {Words.Of(culture).Get("report.dictionary." + label)}: ", StringComparison.Ordinal)));
}
