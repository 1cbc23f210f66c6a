using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests.Commands;

/// <summary>One bad record in a pipe of ten is one error, which carries the record, and nine answers.</summary>
public sealed class BadRecordTests(Session session) : IClassFixture<Session>
{
    private const int Bad = 4;

    public static TheoryData<string, string, string> Cases => new()
    {
        { "Concurrency", "1.000.000", "ParameterArgumentTransformationError" },
        { "EffectiveContext", "64k", "ParameterArgumentTransformationError" },
        { "KvBudgetRatio", "0,7", "ParameterArgumentTransformationError" },
        { "Model", "opt-oss-20bb", "ModelNotFound" },
        { "Server", "dgx-b20", "ServerNotFound" },
        { "Storage", "profile_defult", "StorageNotFound" },
        { "Scenario", "recomended", "ScenarioNotFound" },
        { "KvPrecision", "fp7", "KvPrecisionNotFound" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_bad_record_is_one_error_and_the_nine_others_are_sized(string column, string value, string id)
    {
        PSObject[] rows = Rows(column, value);
        RunResult run = session.Run("$args[0] | Invoke-LlmSizing", (object)rows);
        Assert.Same(rows[Bad], run.Error.TargetObject);
        Assert.StartsWith(id + ",", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4, 6, 7, 8, 9, 10], run.Output.Select(Sessions));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_record_is_carried_too_where_the_model_is_an_argument(string column, string value, string id)
    {
        PSObject[] rows = Rows(column, value);
        foreach (PSObject row in rows)
        {
            row.Properties.Remove("Model");
        }
        RunResult run = session.Run("$args[0] | Invoke-LlmSizing -Model opt-oss-20b", (object)rows);
        if (column == "Model")
        {
            Assert.Equal(10, run.Clean.Count);
            return;
        }
        Assert.Same(rows[Bad], run.Error.TargetObject);
        Assert.StartsWith(id + ",", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4, 6, 7, 8, 9, 10], run.Output.Select(Sessions));
    }

    [Fact]
    public void A_record_without_a_column_is_one_error()
    {
        PSObject[] rows = Rows("Model", "opt-oss-20b");
        rows[Bad].Properties.Remove("Concurrency");
        RunResult run = session.Run("$args[0] | Invoke-LlmSizing", (object)rows);
        Assert.Same(rows[Bad], run.Error.TargetObject);
        Assert.Equal(9, run.Output.Count);
    }

    [Fact]
    public void A_bad_name_among_models_is_one_error_and_the_others_are_described()
    {
        RunResult run = session.Run("'opt-oss-20b', 'opt-oss-21b', 'opt-oss-120b' | Get-KvPerSession -EffectiveContext 8192");
        Assert.Equal(["opt-oss-20b", "opt-oss-120b"], run.Output.Select(result => (string)result!.Properties["Model"].Value));
        Assert.Equal("opt-oss-21b", run.Error.TargetObject.ToString());
    }

    [Fact]
    public void Bad_names_in_the_arguments_are_an_error_each_and_the_rest_of_the_grid_is_sized()
    {
        RunResult run = session.Run(
            "Invoke-LlmSizing opt-oss-20b, no-model dgx-b200, no-server -Concurrency 5 -EffectiveContext 8192 -KvPrecision fp8, fp9 -Scenario minimum, nothing");
        Assert.Equal(
            ["KvPrecisionNotFound", "ModelNotFound", "ScenarioNotFound", "ServerNotFound"],
            run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order(StringComparer.Ordinal));
        Assert.Single(run.Output);
    }

    [Fact]
    public void An_overflow_names_the_input_and_the_others_are_sized()
    {
        using var folder = new TempFolder();
        string path = folder.Write("huge.yaml", """
            models:
              - name: huge
                num_layers: 1000000
                layers:
                  - { layout: full, count: 1000000, num_key_value_heads: 10000, head_dim: 10000 }
                max_position_embeddings: 1000000000
                default_kv_precision: fp16
                source: ["a test"]
            """);
        RunResult run = session.Run(
            "Invoke-LlmSizing huge, opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 1000000000 -CatalogPath $args[0]", path);
        Assert.Equal(3, run.Output.Count);
        Assert.Contains("EffectiveContext", run.Message, StringComparison.Ordinal);
        Assert.StartsWith("CannotSize,", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static long Sessions(PSObject? result) => (long)result!.Properties["Concurrency"].Value;

    private static PSObject[] Rows(string badColumn, string badValue) =>
        [.. Enumerable.Range(0, 10).Select(i => Row(i, i == Bad ? badColumn : "", badValue))];

    private static PSObject Row(int i, string badColumn, string badValue)
    {
        var columns = new Dictionary<string, string>
        {
            ["Model"] = "opt-oss-20b",
            ["Server"] = "dgx-b200",
            ["Storage"] = "profile_default",
            ["Concurrency"] = (i + 1).ToString(CultureInfo.InvariantCulture),
            ["EffectiveContext"] = "8192",
            ["KvPrecision"] = "fp8",
            ["KvBudgetRatio"] = "0.7",
            ["Scenario"] = "minimum",
        };
        var row = new PSObject();
        foreach ((string name, string value) in columns)
        {
            row.Properties.Add(new PSNoteProperty(name, name == badColumn ? badValue : value));
        }
        return row;
    }
}
