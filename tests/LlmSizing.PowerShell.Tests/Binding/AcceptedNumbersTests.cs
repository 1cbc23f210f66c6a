using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using Xunit;

namespace LlmSizing.Tests.Binding;

/// <summary>What is a number passes, and is the number that was written.</summary>
public sealed class AcceptedNumbersTests(Session session) : IClassFixture<Session>
{
    public static TheoryData<string> CultureNames => Cultures.Names;

    private static (object Given, long Read)[] Whole =>
    [
        (65536, 65536), ("65536", 65536), (64L * 1024, 65536), (1e3, 1000), (" 500 ", 500), ("500  ", 500), (65536L, 65536), (65536UL, 65536),
        ((byte)5, 5), ((sbyte)5, 5), ((short)5, 5), ((ushort)5, 5), (5U, 5), (5m, 5), (5.0m, 5), (5.0, 5), (5f, 5), (16777216f, 16777216),
        (new BigInteger(65536), 65536), ("5.0", 5), ("007", 7), (1, 1), (1_000_000_000, 1_000_000_000), ("1000000000", 1_000_000_000),
        ("1.0000", 1), (1_000_000_000.0, 1_000_000_000),
    ];

    private static (object Given, string Read)[] Ratios =>
    [
        (0.2, "0.2"), ("0.2", "0.2"), (0.2m, "0.2"), (0.2f, "0.2"), (0, "0"), (1, "1"), ("1", "1"), ("0", "0"), (" 0.5 ", "0.5"), ("0.25", "0.25"),
        (0.1 + 0.2, "0.3"), (1.0 / 3, "0.333333333"), ("0.333333333", "0.333333333"), (0.7000m, "0.7"), (1e-9, "0.000000001"), ("0.125", "0.125"),
    ];

    [Theory]
    [MemberData(nameof(CultureNames))]
    public void Whole_numbers_are_read_as_they_were_written(string culture) => Cultures.Run(culture, () =>
    {
        foreach ((object given, long read) in Whole)
        {
            Assert.Equal(read, session.Run($"({Sizing} -Concurrency $args[0]).Concurrency", given).Clean.Single()!.BaseObject);
            Assert.Equal(read, session.Run($"({Sizing} -Concurrency $args[0]).Concurrency", new object[] { given }).Clean.Single()!.BaseObject);
        }
    });

    [Theory]
    [MemberData(nameof(CultureNames))]
    public void Ratios_are_read_as_they_were_written(string culture) => Cultures.Run(culture, () =>
    {
        foreach ((object given, string read) in Ratios)
        {
            foreach (string parameter in new[] { "KvBudgetRatio", "PeakHeadroomRatio", "RuntimeOverheadGib" })
            {
                decimal number = (decimal)session.Run($"({Sizing} -Concurrency 5 -{parameter} $args[0]).{parameter}", given).Clean.Single()!.BaseObject;
                Assert.Equal(read, number.ToString("0.#########", CultureInfo.InvariantCulture));
            }
        }
    });

    [Theory]
    [InlineData("65536")]
    [InlineData("'65536'")]
    [InlineData("64kb")]
    [InlineData("65536.0")]
    [InlineData("6.5536e4")]
    [InlineData("(32kb * 2)")]
    [InlineData("0x10000")]
    [InlineData("65536L")]
    [InlineData("65536d")]
    [InlineData("65536ul")]
    [InlineData("([bigint]65536)")]
    public void What_an_operator_types_is_what_is_meant(string typed) =>
        Assert.Equal(["65536"], session.Run($"(Get-KvPerSession opt-oss-20b {typed}).Rationale.Inputs | Where-Object Name -eq effective_context | ForEach-Object Value").Lines);

    [Fact]
    public void The_largest_of_every_range_is_sized()
    {
        RunResult run = session.Run(
            "Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 1000000000 -EffectiveContext 1000000000 -KvBudgetRatio 1 -PeakHeadroomRatio 10 -RuntimeOverheadGib 1000000");
        Assert.Equal(3, run.Clean.Count);
        Assert.All(run.Output, result => Assert.Equal(false, result!.Properties["Feasible"].Value));
    }

    [Fact]
    public void Lists_of_numbers_are_taken_as_arrays_are()
    {
        foreach (object list in new object[] { new[] { 1, 2, 3 }, new List<int> { 1, 2, 3 }, new ArrayList { 1, "2", 3L }, new object[] { 1.0, "2", 3m } })
        {
            Assert.Equal(["1", "2", "3"], session.Run($"{Sizing} -Concurrency $args[0] | ForEach-Object Concurrency", list).Lines);
        }
        Assert.Equal(["1", "2", "3"], session.Run($"{Sizing} -Concurrency (1..3) | ForEach-Object Concurrency").Lines);
    }

    [Fact]
    public void A_script_block_computes_a_number_for_each_record() => Assert.Equal(
        ["10", "20"],
        session.Run($"1, 2 | ForEach-Object {{ [pscustomobject]@{{ Model = 'opt-oss-20b'; Tens = $_ }} }} | {Sizing[..17]} -Server dgx-b200 -EffectiveContext 8192 -Scenario minimum -Concurrency {{ $_.Tens * 10 }} | ForEach-Object Concurrency").Lines);

    private const string Sizing = "Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -EffectiveContext 8192 -Scenario recommended";
}
