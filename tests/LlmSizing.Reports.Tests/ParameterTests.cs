using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class ParameterTests
{
    [Fact]
    public void Both_languages_explain_the_same_parameters_in_the_same_order() =>
        Assert.Equal(Words.Parameters("en-US").Select(Row), Words.Parameters("pt-BR").Select(Row));

    [Theory]
    [InlineData("en-US")]
    [InlineData("pt-BR")]
    public void The_text_report_prints_the_eleven_parameters_of_the_seed(string culture) => Assert.Equal(
        [
            "num_layers", "num_key_value_heads", "head_dim", "attention_pattern", "effective_context", "kv_precision",
            "concurrency", "kv_budget_ratio", "runtime_overhead_gib", "peak_headroom_ratio", "ha_mode",
        ],
        Words.Parameters(culture).Where(parameter => parameter.InReport).Select(parameter => parameter.Name));

    [Theory]
    [InlineData("en-US")]
    [InlineData("pt-BR")]
    public void Every_parameter_says_what_it_is_where_it_comes_from_why_it_matters_and_what_goes_wrong(string culture)
    {
        IReadOnlyList<SizingParameter> parameters = Words.Parameters(culture);
        Assert.All(parameters, parameter => Assert.All(
            [parameter.Description, parameter.Origin, parameter.Importance, parameter.CommonError],
            text => Assert.EndsWith(".", text)));
        Assert.Equal(parameters.Count, parameters.Select(parameter => parameter.Name).Distinct().Count());
    }

    [Fact]
    public void Every_metric_and_every_input_of_a_rationale_is_explained()
    {
        IEnumerable<MetricResult> metrics = Cases.All.SelectMany(request => Sample.Results(request)).SelectMany(result => result.Metrics);
        IEnumerable<string> used = metrics.SelectMany(metric => metric.Rationale.Inputs.Select(input => input.Name).Append(metric.Metric));
        Assert.Empty(used.Distinct().Except(Words.Parameters("en-US").Select(parameter => parameter.Name)));
    }

    private static (string, bool) Row(SizingParameter parameter) => (parameter.Name, parameter.InReport);
}
