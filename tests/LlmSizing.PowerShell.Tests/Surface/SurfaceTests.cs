using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Xunit;

namespace LlmSizing.Tests.Surface;

/// <summary>Names are API: the cmdlets, their parameters and aliases, and what the objects promise.</summary>
public sealed class SurfaceTests(Session session) : IClassFixture<Session>
{
    public static TheoryData<string, string> Parameters => new()
    {
        { "Get-LlmModel", "Name CatalogPath(catalog_path)" },
        { "Get-LlmServer", "Name CatalogPath(catalog_path)" },
        { "Get-LlmStorage", "Name CatalogPath(catalog_path)" },
        { "Get-LlmScenario", "Name CatalogPath(catalog_path)" },
        { "Get-SizingParameter", "Name Culture" },
        { "Get-KvPerSession", "Model EffectiveContext(effective_context) KvPrecision(kv_precision) MultiTokenPrediction(multi_token_prediction) Engine EngineVersion(engine_version) CatalogPath(catalog_path)" },
        { "Get-EngineMemory", "Model Server GpuMemoryGib(gpu_memory_gib) Gpu Engine EngineVersion(engine_version) TensorParallel(tensor_parallel) PipelineParallel(pipeline_parallel) DataParallel(data_parallel) ExpertParallel(expert_parallel) ContextParallel(context_parallel) DataParallelAttention(data_parallel_attention) GpuMemoryUtilization(gpu_memory_utilization,mem_fraction_static) MaxModelLength(max_model_len) MaxSequences(max_num_seqs) MaxBatchedTokens(max_num_batched_tokens) BlockSize(block_size) KvPrecision(kv_precision) EnforceEager(enforce_eager) Calibration CatalogPath(catalog_path)" },
        { "Get-RuntimeOverhead", "Model Server GpuMemoryGib(gpu_memory_gib) Gpu Engine EngineVersion(engine_version) TensorParallel(tensor_parallel) PipelineParallel(pipeline_parallel) DataParallel(data_parallel) ExpertParallel(expert_parallel) ContextParallel(context_parallel) DataParallelAttention(data_parallel_attention) GpuMemoryUtilization(gpu_memory_utilization,mem_fraction_static) MaxModelLength(max_model_len) MaxSequences(max_num_seqs) MaxBatchedTokens(max_num_batched_tokens) BlockSize(block_size) KvPrecision(kv_precision) EnforceEager(enforce_eager) Calibration CatalogPath(catalog_path)" },
        { "Invoke-LlmSizing", "Model Server Storage Concurrency RequestsPerSecond(requests_per_second) ThinkTimeSeconds(think_time_seconds) TurnsPerSession(turns_per_session) InputTokens(input_tokens) OutputTokens(output_tokens) TtftSloMs(ttft_slo_ms) TpotSloMs(tpot_slo_ms) SloPercentile(slo_percentile) NodeAvailability(node_availability) PrefixCacheHitRatio(prefix_cache_hit_ratio) EffectiveContext(effective_context) KvPrecision(kv_precision) KvBudgetRatio(kv_budget_ratio) RuntimeOverheadGib(runtime_overhead_gib) PeakHeadroomRatio(peak_headroom_ratio) Scenario TensorParallel(tensor_parallel) PipelineParallel(pipeline_parallel) DataParallel(data_parallel) ExpertParallel(expert_parallel) ContextParallel(context_parallel) DataParallelAttention(data_parallel_attention) Quantization Engine EngineVersion(engine_version) Pue RackPowerKw(rack_power_kw) RackHeightUnits(rack_height_units) Co2GramsPerKwh(co2_grams_per_kwh) EnergyPricePerKwh(energy_price_per_kwh) PricePerHour(price_per_hour) CapexPerNode(capex_per_node) DepreciationMonths(depreciation_months) Utilization Currency PriceCatalog(price_catalog) Workload InputTokensPerSecond(input_tokens_per_second) OutputTokensPerSecond(output_tokens_per_second) ThrottleLimit Shard StorageShared(storage_shared) InitSeconds(init_seconds) StorageNicGbS(storage_nic_gb_s) ReadBlockKib(read_block_kib) MaxLoadSeconds(max_load_seconds) ModelVersions(model_versions) VersionMarginRatio(version_margin_ratio) LogGbPerDay(log_gb_per_day) RetentionDays(retention_days) CheckpointCount(checkpoint_count) RollingUpdateNodes(rolling_update_nodes) OffloadTier(offload_tier) CatalogPath(catalog_path)" },
        { "Get-StorageTiming", "Model Server Storage Nodes TensorParallel(tensor_parallel) StorageShared(storage_shared) InitSeconds(init_seconds) StorageNicGbS(storage_nic_gb_s) ReadBlockKib(read_block_kib) PipelineParallel(pipeline_parallel) DataParallel(data_parallel) ExpertParallel(expert_parallel) ContextParallel(context_parallel) DataParallelAttention(data_parallel_attention) Quantization CatalogPath(catalog_path)" },
        { "Get-LlmPerformance", "Model Server Engine Release TensorParallel(tensor_parallel) KvPrecision(kv_precision) Concurrency InputTokens(input_tokens) OutputTokens(output_tokens) PrefixCacheHitRatio(prefix_cache_hit_ratio) DraftTokens(draft_tokens) AcceptanceRate(acceptance_rate) DraftCostRatio(draft_cost_ratio) InclusiveTpot PipelineParallel(pipeline_parallel) DataParallel(data_parallel) ExpertParallel(expert_parallel) ContextParallel(context_parallel) DataParallelAttention(data_parallel_attention) Quantization CatalogPath(catalog_path)" },
        { "Invoke-LlmSimulation", "Model Server TensorParallel(tensor_parallel) PipelineParallel(pipeline_parallel) DataParallel(data_parallel) ExpertParallel(expert_parallel) ContextParallel(context_parallel) DataParallelAttention(data_parallel_attention) Quantization Engine EngineVersion(engine_version) KvPrecision(kv_precision) EffectiveContext(effective_context) RequestsPerSecond(requests_per_second) FixedRate Concurrency ThinkTimeSeconds(think_time_seconds) Trace InputTokens(input_tokens) OutputTokens(output_tokens) Replicas PrefillReplicas(prefill_replicas) Policy PrefixCacheHitRatio(prefix_cache_hit_ratio) Seed Requests DurationSeconds(duration_seconds) WarmupRequests(warmup_requests) FailAtSeconds(fail_at_seconds) TtftSloMs(ttft_slo_ms) TpotSloMs(tpot_slo_ms) CatalogPath(catalog_path)" },
        { "Get-LlmWeights", "Model TensorParallel(tensor_parallel) PipelineParallel(pipeline_parallel) DataParallel(data_parallel) ExpertParallel(expert_parallel) ContextParallel(context_parallel) DataParallelAttention(data_parallel_attention) Quantization MultiTokenPrediction(multi_token_prediction) CatalogPath(catalog_path)" },
        { "Find-LlmPlacement", "Model Server Concurrency EffectiveContext(effective_context) KvPrecision(kv_precision) KvBudgetRatio(kv_budget_ratio) Engine EngineVersion(engine_version) Quantization Goal Pareto All InputTokens(input_tokens) OutputTokens(output_tokens) PrefixCacheHitRatio(prefix_cache_hit_ratio) TtftSloMs(ttft_slo_ms) TpotSloMs(tpot_slo_ms) MaxGpus(max_gpus) PriceCatalog(price_catalog) PricePerHour(price_per_hour) Currency CatalogPath(catalog_path)" },
        { "Get-SizingMetric", "InputObject Name" },
        { "Format-SizingReport", "InputObject As Culture Shard" },
        { "Export-SizingReport", "InputObject Path LiteralPath(PSPath) As Culture Shard Force NoClobber PassThru WhatIf(wi) Confirm(cf)" },
        { "Export-LlmModel", "Model Path LiteralPath(PSPath) Force NoClobber PassThru CatalogPath(catalog_path) WhatIf(wi) Confirm(cf)" },
        { "Import-LlmModel", "Path LiteralPath(PSPath,FullName) Repository Revision Timeout Offline Name" },
        { "Import-SizingRequirement", "Path LiteralPath(PSPath,FullName) Concurrency CatalogPath(catalog_path)" },
        { "Measure-LlmFleet", "InputObject" },
        { "Test-LlmCatalog", "Path(PSPath,FullName)" },
        { "Measure-LlmGrowth", "InputObject GrowthPerMonth Months OwnedNodes Summary" },
        { "Measure-LlmSensitivity", "InputObject Change Uncertainty Distribution Draws Seed" },
        { "Get-LlmCapacity", "InputObject Model Server Nodes EffectiveContext(effective_context) Concurrency KvPrecision(kv_precision) KvBudgetRatio(kv_budget_ratio) RuntimeOverheadGib(runtime_overhead_gib) PeakHeadroomRatio(peak_headroom_ratio) Scenario TensorParallel(tensor_parallel) PipelineParallel(pipeline_parallel) DataParallel(data_parallel) ExpertParallel(expert_parallel) ContextParallel(context_parallel) DataParallelAttention(data_parallel_attention) Quantization Engine ActiveShare(active_share) ResponseSeconds(response_seconds) ThinkTimeSeconds(think_time_seconds) CatalogPath(catalog_path)" },
        { "Compare-LlmSizing", "InputObject Baseline Name As Culture" },
        { "Compare-BenchmarkRun", "Path(PSPath,FullName) Server Model TensorParallel(tensor_parallel) PipelineParallel(pipeline_parallel) DataParallel(data_parallel) ExpertParallel(expert_parallel) ContextParallel(context_parallel) DataParallelAttention(data_parallel_attention) Quantization Engine EngineVersion(engine_version) KvPrecision(kv_precision) CatalogPath(catalog_path) Release Calibrate TuningName" },
        { "Compare-EngineLog", "Path(PSPath,FullName) InputObject Model Server Calibration Calibrate CalibrationName CatalogPath(catalog_path)" },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_cmdlet_has_the_parameters_of_the_design_and_no_others(string command, string parameters)
    {
        IEnumerable<string> found = Command(command).Parameters.Values
            .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
            .Select(parameter => parameter.Aliases.Count == 0 ? parameter.Name : $"{parameter.Name}({string.Join(',', parameter.Aliases)})");
        Assert.Equal(parameters.Split(' ').Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_of_the_design_is_the_module() =>
        Assert.Equal(Parameters.Select(row => (string)row[0]).Order(StringComparer.Ordinal), Exported().Order(StringComparer.Ordinal));

    [Fact]
    public void The_manifest_exports_the_cmdlet_classes_and_nothing_else()
    {
        IEnumerable<string> classes = CmdletTypes.Select(type => type.GetCustomAttribute<CmdletAttribute>()!).Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}");
        Assert.Equal(classes.Order(StringComparer.Ordinal), Exported().Order(StringComparer.Ordinal));
        PSModuleInfo module = (PSModuleInfo)session.Run("Get-Module LlmSizing").Clean.Single()!.BaseObject;
        Assert.Empty(module.ExportedAliases);
        Assert.Empty(module.ExportedFunctions);
        Assert.Empty(module.ExportedVariables);
    }

    [Fact]
    public void The_manifest_is_valid_and_reads_what_is_staged()
    {
        PSObject module = session.Run("Test-ModuleManifest $args[0]", Repository.Manifest).Clean.Single()!;
        Assert.Equal("LlmSizing", module.Properties["Name"].Value);
        Assert.Equal(new Version(5, 1), ((PSModuleInfo)module.BaseObject).PowerShellVersion);
    }

    [Fact]
    public void A_cmdlet_class_is_sealed_and_has_a_file_of_its_own() => Assert.All(CmdletTypes, type =>
    {
        CmdletAttribute cmdlet = type.GetCustomAttribute<CmdletAttribute>()!;
        Assert.True(type.IsSealed, type.Name);
        Assert.Equal($"{cmdlet.VerbName}{cmdlet.NounName}Command", type.Name);
        string path = Repository.PathOf("src", "LlmSizing.PowerShell", "Commands", type.Name + ".cs");
        Assert.Single(File.ReadAllLines(path), line => line.Contains(" class ", StringComparison.Ordinal));
    });

    [Fact]
    public void Every_verb_is_approved() => Assert.Empty(
        Exported().Select(name => name.Split('-')[0]).Except(
            new[] { typeof(VerbsCommon), typeof(VerbsData), typeof(VerbsLifecycle), typeof(VerbsDiagnostic) }.SelectMany(verbs => verbs.GetFields()).Select(field => field.Name)));

    [Fact]
    public void What_is_written_out_cannot_be_changed() => Assert.Empty(
        from type in OutputTypes
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.SetMethod is { IsPublic: true }
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void Every_object_that_is_written_out_shows_sense_as_text()
    {
        Assert.NotEmpty(OutputTypes);
        Assert.All(
            OutputTypes.Where(type => type.Namespace == "LlmSizing"),
            type => Assert.NotEqual(typeof(object), type.GetMethod("ToString", Type.EmptyTypes)!.DeclaringType));
    }

    [Theory]
    [InlineData("Invoke-LlmSizing opt-oss-20b dgx-b200 profile_default -Concurrency 5 -EffectiveContext 8192 -Scenario minimum")]
    [InlineData("Get-LlmModel opt-oss-20b")]
    [InlineData("Get-LlmServer dgx-b200")]
    [InlineData("Get-LlmStorage profile_default")]
    [InlineData("Get-LlmScenario ideal")]
    [InlineData("Get-SizingParameter head_dim")]
    [InlineData("Get-KvPerSession opt-oss-20b 8192")]
    [InlineData("Get-EngineMemory opt-oss-20b -GpuMemoryGib 79")]
    [InlineData("Get-StorageTiming opt-oss-20b dgx-b200 profile_default")]
    [InlineData("Get-RuntimeOverhead opt-oss-20b -GpuMemoryGib 79 | Where-Object Component -EQ total")]
    public void No_cell_of_a_csv_file_is_a_type_name(string script)
    {
        PSObject result = session.Run(script).Clean.Single()!;
        Assert.All(result.Properties.Where(property => property.Value is not null), property =>
            Assert.DoesNotContain("LlmSizing.", property.Value.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5 -EffectiveContext 8192 -Scenario minimum", "Model", "Server", "Storage", "Scenario")]
    [InlineData("Get-LlmModel opt-oss-20b", "Name")]
    [InlineData("Get-LlmServer dgx-b200", "Name")]
    [InlineData("Get-LlmStorage profile_default", "Name")]
    [InlineData("Get-LlmScenario ideal", "Name")]
    [InlineData("Get-KvPerSession opt-oss-20b 8192", "Model", "Server", "Scenario", "Metric", "Value")]
    [InlineData("Get-EngineMemory opt-oss-20b -GpuMemoryGib 79", "Model", "Engine", "EngineVersion", "Placement")]
    public void The_scalar_columns_come_first(string script, params string[] columns) => Assert.Equal(
        columns, session.Run(script).Clean.Single()!.Properties.Take(columns.Length).Select(property => property.Name));

    private CommandInfo Command(string name) => (CommandInfo)session.Run("Get-Command $args[0]", name).Clean.Single()!.BaseObject;

    private string[] Exported() => session.Run("(Get-Module LlmSizing).ExportedCmdlets.Keys").Lines;

    private Type[] CmdletTypes => [.. ((CmdletInfo)Command("Invoke-LlmSizing")).ImplementingType.Assembly.GetExportedTypes().Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null)];

    // By name: the type of a catalog problem is named, not referenced, so that asking for a cmdlet's syntax loads no catalog.
    private Type[] OutputTypes
    {
        get
        {
            session.Run("Get-LlmModel opt-oss-20b");
            Assembly[] loaded = [.. AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name!.StartsWith("LlmSizing", StringComparison.Ordinal))];
            return [.. CmdletTypes.SelectMany(type => type.GetCustomAttributes<OutputTypeAttribute>()).SelectMany(output => output.Type).Select(type => type.Name).Distinct()
                .Where(name => name.StartsWith("LlmSizing.", StringComparison.Ordinal))
                .Select(name => loaded.Select(assembly => assembly.GetType(name)).First(type => type is not null)!)];
        }
    }
}
