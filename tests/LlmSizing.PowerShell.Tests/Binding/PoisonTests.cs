using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Binding;

/// <summary>Numbers are never misread: the whole poison list, for every numeric parameter, in four cultures, by argument and by property name.</summary>
public sealed class PoisonTests(Session session) : IClassFixture<Session>
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string parameter in NumericParameter.Ids)
            {
                foreach (string culture in new[] { "", "en-US", "pt-BR", "de-DE" })
                {
                    cases.Add(parameter, culture);
                }
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_argument_that_is_not_a_number_is_refused_with_what_to_write(string id, string culture)
    {
        NumericParameter parameter = NumericParameter.Find(id);
        Cultures.Run(culture, () => Assert.Equal("", Misread(parameter, value => session.Run(parameter.ByArgument, value))));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_column_that_is_not_a_number_is_refused_with_what_to_write(string id, string culture)
    {
        NumericParameter parameter = NumericParameter.Find(id);
        Cultures.Run(culture, () =>
        {
            Assert.Equal("", Misread(parameter, value => session.Run(parameter.ByPropertyName, parameter.Record(value, snakeCase: false))));
            Assert.Equal("", Misread(parameter, value => session.Run(parameter.ByPropertyName, parameter.Record(value, snakeCase: true))));
        });
    }

    [Theory]
    [InlineData("-Concurrency 0,2", "Concurrency")]
    [InlineData("-Concurrency 1_000", "Concurrency")]
    [InlineData("-Concurrency 12abc", "Concurrency")]
    [InlineData("-Concurrency 131.072", "Concurrency")]
    [InlineData("-Concurrency 1.000.000", "Concurrency")]
    [InlineData("-Concurrency -1", "Concurrency")]
    [InlineData("-Concurrency 1e400", "Concurrency")]
    [InlineData("-Concurrency 5 -KvBudgetRatio 0,7", "KvBudgetRatio")]
    [InlineData("-Concurrency 5 -KvBudgetRatio 1.01", "KvBudgetRatio")]
    [InlineData("-Concurrency 5 -KvBudgetRatio -0.1", "KvBudgetRatio")]
    [InlineData("-Concurrency 5 -PeakHeadroomRatio 10.5", "PeakHeadroomRatio")]
    [InlineData("-Concurrency 5 -PeakHeadroomRatio 20%", "PeakHeadroomRatio")]
    [InlineData("-Concurrency 5 -RuntimeOverheadGib 120GiB", "RuntimeOverheadGib")]
    [InlineData("-Concurrency 5 -RuntimeOverheadGib 1000001", "RuntimeOverheadGib")]
    [InlineData("-Concurrency 5 -KvBudgetRatio '0.7000000001'", "KvBudgetRatio")]
    [InlineData("-Concurrency 5 -KvBudgetRatio 0.7000000001d", "KvBudgetRatio")]
    public void What_an_operator_types_is_refused_too(string arguments, string parameter)
    {
        RunResult run = session.Run($"Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -EffectiveContext 65536 {arguments}");
        Assert.Empty(run.Output);
        Assert.Contains($"'{parameter}'", run.Message, StringComparison.Ordinal);
        Assert.Contains(" from ", run.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Concurrency", "a whole number of sessions from 1 to 1000000000, such as 500.")]
    [InlineData("EffectiveContext", "a whole number of tokens from 1 to 1000000000, such as 65536.")]
    [InlineData("KvBudgetRatio", "a number from 0 to 1, such as 0.7.")]
    [InlineData("RuntimeOverheadGib", "a number of GiB from 0 to 1000000, such as 120.")]
    [InlineData("PeakHeadroomRatio", "a number from 0 to 10, such as 0.2.")]
    public void The_message_says_what_to_write(string parameter, string advice)
    {
        NumericParameter asked = NumericParameter.Find("Invoke-LlmSizing -" + parameter);
        RunResult run = session.Run(asked.ByArgument, "0,2");
        Assert.Contains($"'{parameter}'", run.Message, StringComparison.Ordinal);
        Assert.EndsWith("'0,2' is not a number. Write " + advice, run.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_script_block_is_refused_or_its_value_is_read_as_strictly(string id, string culture)
    {
        NumericParameter parameter = NumericParameter.Find(id);
        Cultures.Run(culture, () =>
        {
            // Without a pipe the engine itself refuses it; in a pipe it is evaluated for each record.
            RunResult alone = session.Run(parameter.ByArgument.Replace("$args[0]", "{ 5 }", StringComparison.Ordinal));
            Assert.Empty(alone.Output);
            Assert.Contains($"'{parameter.Name}'", alone.Message, StringComparison.Ordinal);

            RunResult piped = session.Run($"$args[0] | {parameter.Command} -{parameter.Name} {{ '0,2' }}", parameter.Record("1", snakeCase: false));
            Assert.Empty(piped.Output);
            Assert.Contains("'0,2' is not a number. Write ", piped.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_number_that_can_be_read_in_two_ways_is_told_apart()
    {
        RunResult run = session.Run("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 500 -EffectiveContext '131.072'");
        Assert.Contains("'131.072' can be read as 131072 or as the decimal 131.0720: write one of these", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_not_repeated_whole()
    {
        RunResult run = session.Run("Invoke-LlmSizing opt-oss-20b dgx-b200 -EffectiveContext 8192 -Concurrency ('1x' * 100000)");
        Assert.InRange(run.Message.Length, 50, 400);
    }

    // What is wrong with the answer to each poisonous value; nothing where all were refused as they should be.
    private static string Misread(NumericParameter parameter, Func<object?, RunResult> run) => string.Join(
        "\n",
        from poison in parameter.Poison
        let answer = run(poison.Value)
        let fault = Fault(parameter, answer)
        where fault is not null
        select $"{poison.Key}: {fault}");

    private static string? Fault(NumericParameter parameter, RunResult answer)
    {
        if (answer.Output.Count > 0)
        {
            return "gave " + string.Join(", ", answer.Output);
        }
        if (answer.Errors.Count != 1)
        {
            return $"{answer.Errors.Count} errors";
        }
        string message = answer.Message;
        string[] missing = [.. new[] { $"'{parameter.Name}'", "Write ", " from ", ", such as " }.Where(part => !message.Contains(part, StringComparison.Ordinal))];
        return missing.Length == 0 ? null : "says: " + message;
    }
}
