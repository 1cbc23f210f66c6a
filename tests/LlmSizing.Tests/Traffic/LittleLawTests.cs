using System;
using Xunit;

namespace LlmSizing.Tests.Traffic;

/// <summary>Sessions, requests per second and the time of a request: two of them give the third.</summary>
public class LittleLawTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(1_000_000)]
    public void Sessions_and_a_rate_that_contradict_each_other_are_refused_with_both_numbers(long sessions)
    {
        SizingException error = Assert.Throws<SizingException>(() => Loaded.Request(Loaded.Asking(200), sessions));
        Assert.Equal("RequestsPerSecond", error.Input);
        Assert.Contains($"{sessions} sessions", error.Message, StringComparison.Ordinal);
        Assert.Contains("200 requests/s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sessions_that_follow_from_a_rate_do_not_contradict_it()
    {
        foreach (decimal rate in new[] { 0.01m, 1m, 37m, 900m })
        {
            long sessions = Loaded.Request(Loaded.Asking(rate)).Requirements.Concurrency;
            Assert.Equal(sessions, Loaded.Request(Loaded.Asking(rate), sessions).Requirements.Concurrency);
        }
    }

    [Fact]
    public void Thinking_adds_its_sessions()
    {
        long bare = Loaded.Request(Loaded.Asking(10)).Requirements.Concurrency;
        Assert.Equal(bare + 300, Loaded.Request(Loaded.Asking(10, think: 30)).Requirements.Concurrency);
        // A session of two turns thinks once: half as long for each request.
        Assert.Equal(bare + 150, Loaded.Request(Loaded.Asking(10, think: 30, turns: 2)).Requirements.Concurrency);
        Assert.Equal(bare, Loaded.Request(Loaded.Asking(10, think: 30, turns: 1)).Requirements.Concurrency);
    }

    [Fact]
    public void A_think_time_longer_than_the_sessions_allow_is_a_contradiction() =>
        Assert.Throws<SizingException>(() => Loaded.Request(Loaded.Asking(10, think: 60), 100));

    [Fact]
    public void A_request_longer_than_the_context_is_refused() =>
        Assert.Equal("InputTokens", Assert.Throws<SizingException>(() => Loaded.Request(Loaded.Asking(1, input: "8000", output: "500"))).Input);

    [Fact]
    public void A_rate_beyond_what_can_be_counted_is_refused() =>
        Assert.Equal("RequestsPerSecond", Assert.Throws<SizingException>(() => Loaded.Request(Loaded.Asking(1_000_000_000, think: 1_000))).Input);
}
