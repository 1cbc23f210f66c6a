using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Traces;

/// <summary>The public traces, in the shapes in which they are published.</summary>
public sealed class TraceFileTests
{
    private const string Azure = "TIMESTAMP,ContextTokens,GeneratedTokens\n";
    private const string Burst = "Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type\n";

    [Fact]
    public void Azures_dates_become_seconds_from_the_first_request()
    {
        TraceRequest[] trace = Read(Azure + "2023-11-16 23:59:59.9799600,374,44\r\n2023-11-17 00:00:00.4799600,396,109\n2023-11-17 00:00:02.9799600,879,55");

        Assert.Equal([0, 0.5, 3], trace.Select(request => Math.Round(request.ArrivalSeconds, 6)));
        Assert.Equal([374L, 396, 879], trace.Select(request => request.InputTokens));
        Assert.Equal([44L, 109, 55], trace.Select(request => request.OutputTokens));
        Assert.All(trace, request => Assert.Null(request.PrefixHashes));
    }

    [Theory]
    [InlineData("2024-05-12 00:00:01.000000+00:00")]
    [InlineData("2024-05-12 02:00:01+02:00")]
    [InlineData("2024-05-12T00:00:01Z")]
    public void A_date_may_state_its_offset(string date) =>
        Assert.Equal(1, Read(Azure + "2024-05-12 00:00:00,1,1\n" + date + ",2,2\n")[1].ArrivalSeconds, 9);

    [Fact]
    public void Burst_gpt_counts_seconds_and_later_releases_have_more_columns()
    {
        Assert.Equal([0.0, 40, 113], Read(Burst + "5,ChatGPT,472,18,490,Conversation log\n45,ChatGPT,1087,230,1317,API log\n118,GPT-4,417,0,417,Conversation log\n").Select(request => request.ArrivalSeconds));

        TraceRequest later = Read("Timestamp,Session ID,Elapsed time,Model,Request tokens,Response tokens,Total tokens,Log Type\n7.5,1,3,GPT-4,100,10,110,API log\n").Single();
        Assert.Equal((0.0, 100, 10), (later.ArrivalSeconds, later.InputTokens, later.OutputTokens));
    }

    [Fact]
    public void Mooncake_brings_the_blocks_of_its_prompts()
    {
        TraceRequest[] trace = Read("""
            {"timestamp": 27482, "input_length": 6955, "output_length": 52, "hash_ids": [46, 47, 48]}

            {"timestamp": 30535, "input_length": 6472, "output_length": 26}
            """);

        Assert.Equal([46L, 47, 48], trace[0].PrefixHashes!);
        Assert.Null(trace[1].PrefixHashes);
        Assert.Equal(3.053, trace[1].ArrivalSeconds, 9);
    }

    [Theory]
    [InlineData("", "no request")]
    [InlineData(Azure, "no request")]
    [InlineData("Time,In,Out\n1,2,3", "Line 1: the first line is neither")]
    [InlineData(Azure + "2023-11-16 18:17:03,1,1\n2023-11-16 18:17:02,1,1", "Line 3: the request comes before")]
    [InlineData(Azure + "2023-11-16 18:17:03,1", "Line 2: the row has 2 cells where its header has 3")]
    [InlineData(Azure + "16/11/2023 18:17:03,1,1", "Line 2: '16/11/2023 18:17:03' is no date")]
    [InlineData(Azure + "2023-11-16 18:17:03,1.5,1", "Line 2: the prompt is '1.5'")]
    [InlineData(Azure + "2023-11-16 18:17:03,1,-1", "Line 2: the answer is '-1'")]
    [InlineData(Azure + "2023-11-16 18:17:03,1,99999999999", "Line 2: the answer is '99999999999'")]
    [InlineData(Burst + "abc,GPT-4,1,1,2,API log", "Line 2: 'abc' is no number of seconds")]
    [InlineData(Burst + "NaN,GPT-4,1,1,2,API log", "Line 2: 'NaN' is no number of seconds")]
    [InlineData("{\"timestamp\": 1, \"input_length\": 1, \"output_length\": 1}\n{\"timestamp\": 2, \"input_length\": 1", "Line 2: The JSON is broken")]
    [InlineData("{\"timestamp\": -1, \"input_length\": 1, \"output_length\": 1}", "Line 1: timestamp should be")]
    [InlineData("{\"timestamp\": 1, \"output_length\": 1}", "Line 1: input_length is 'missing'")]
    [InlineData("{\"timestamp\": 1, \"input_length\": \"7\", \"output_length\": 1}", "Line 1: input_length is")]
    [InlineData("{\"timestamp\": 1, \"input_length\": 1, \"output_length\": 1, \"hash_ids\": 5}", "Line 1: hash_ids should be a list")]
    [InlineData("{\"timestamp\": 1, \"input_length\": 1, \"output_length\": 1, \"hash_ids\": [1.5]}", "Line 1: hash_ids should hold whole numbers")]
    public void What_is_no_trace_is_refused_with_its_line(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<ImportException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_without_an_end_is_refused_before_it_fills_the_memory() => Assert.Throws<ImportException>(() => TraceFile.Read(new Endless()).Count());

    [Fact]
    public void A_trace_is_read_as_far_as_it_is_asked_for()
    {
        var lines = new CountedLines(10_000_000);

        Assert.Equal(3, TraceFile.Read(lines).Take(3).Count());
        Assert.True(lines.Given < 100_000);
    }

    [Fact]
    public void A_file_is_read_and_its_faults_are_named()
    {
        using var folder = new TempFolder();

        Assert.Equal(2, TraceFile.Read(folder.Write("a.csv", "\uFEFF" + Burst + "1,A,1,1,2,x\n2,A,1,1,2,x\n")).Count());
        Assert.Contains("not UTF-8", Assert.Throws<ImportException>(() => TraceFile.Read(folder.Write("b.csv", [0xFF, 0x41, 0x0A])).Count()).Message, StringComparison.Ordinal);
        Assert.Throws<ImportException>(() => TraceFile.Read(folder.Write("c.csv", "")).Count());
        Assert.Throws<ImportException>(() => TraceFile.Read(folder.PathOf("none.csv")).Count());
    }

    private static TraceRequest[] Read(string text) => [.. TraceFile.Read(new StringReader(text))];

    private sealed class Endless : TextReader
    {
        public override int Read(char[] buffer, int index, int count)
        {
            Array.Fill(buffer, 'a', index, count);
            return count;
        }
    }

    private sealed class CountedLines(int most) : TextReader
    {
        public int Given { get; private set; }

        public override int Read(char[] buffer, int index, int count)
        {
            string line = Given == 0 ? Burst : "5,ChatGPT,472,18,490,Conversation log\n";
            Given++;
            line.CopyTo(0, buffer, index, line.Length);
            return Given < most ? line.Length : 0;
        }
    }
}
