using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace LlmSizing.Commands;

/// <summary>Every error record of the module. Its id is the method's name.</summary>
internal static class Errors
{
    internal static ErrorRecord ModelNotFound(string name, IEnumerable<string> known, object? target) =>
        NotFound("model", name, known, target, "Get-LlmModel");

    internal static ErrorRecord ServerNotFound(string name, IEnumerable<string> known, object? target) =>
        NotFound("server", name, known, target, "Get-LlmServer");

    internal static ErrorRecord StorageNotFound(string name, IEnumerable<string> known, object? target) =>
        NotFound("storage profile", name, known, target, "Get-LlmStorage");

    internal static ErrorRecord ScenarioNotFound(string name, IEnumerable<string> known, object? target) =>
        NotFound("scenario", name, known, target, "Get-LlmScenario");

    internal static ErrorRecord KvPrecisionNotFound(string name, object? target) =>
        NotFound("KV precision", name, KvPrecision.All.Select(precision => precision.Name), target, null);

    internal static ErrorRecord QuantizationNotFound(string name, object? target) =>
        NotFound("quantization", name, QuantizationList.All.Select(known => known.Name), target, null);

    internal static ErrorRecord GoalNotFound(string name, object? target) =>
        NotFound("goal", name, PlacementGoal.All.Select(goal => goal.Name), target, null);

    internal static ErrorRecord PolicyNotFound(string name, object? target) =>
        NotFound("routing policy", name, RoutingPolicy.All.Select(policy => policy.Name), target, null);

    internal static ErrorRecord EngineNotFound(string name, object? target) =>
        NotFound("engine", name, EngineList.All.Select(engine => engine.Name), target, null);

    internal static ErrorRecord CalibrationNotFound(string name, IEnumerable<string> known, object? target) =>
        NotFound("calibration", name, known, target, null);

    internal static ErrorRecord NoGpuMemory(object? target) => Record(
        new ArgumentException("Neither a server nor the memory of a GPU is given."),
        ErrorCategory.InvalidArgument, target, "Add -Server, such as dgx-b200, or -GpuMemoryGib, as the engine prints it.");

    internal static ErrorRecord EngineVersionNotKnown(string version, object? target) => Record(
        new ArgumentException($"'{version}' is no version of an engine."),
        ErrorCategory.InvalidArgument, target, "Write its numbers, such as 0.19.0.");

    internal static ErrorRecord MetricNotFound(string name) =>
        NotFound("metric", name, MetricList.All.Select(metric => metric.Id), name, null);

    internal static ErrorRecord ParameterNotFound(string name, IEnumerable<string> known) =>
        NotFound("parameter", name, known, name, "Get-SizingParameter");

    internal static ErrorRecord CultureNotFound(string name, IEnumerable<string> known) =>
        NotFound("culture", name, known, name, null);

    internal static ErrorRecord FormatNotFound(string name, IEnumerable<string> known) =>
        NotFound("report format", name, known, name, null);

    internal static ErrorRecord BaselineNotFound(object baseline, IReadOnlyList<string> names) => Record(
        new KeyNotFoundException($"There is no option '{Shortened(baseline.ToString() ?? "")}' among {names.Count}."),
        ErrorCategory.ObjectNotFound, baseline, $"Write a position from 0 to {names.Count - 1}, one of the results, or a name: {Listed(names)}.");

    internal static ErrorRecord OptionNamesNotUsable(IReadOnlyList<string> names, int options) => Record(
        new ArgumentException($"-Name has {names.Count} name(s) for {options} option(s): each needs one of its own, and none may be 'Metric'."),
        ErrorCategory.InvalidArgument, names, "Write a name for each result, or leave -Name out: options are then named by what differs.");

    internal static ErrorRecord UsersNotClear(object target) => Record(
        new ArgumentException("The users can be counted in one way: by -ActiveShare, or by -ResponseSeconds and -ThinkTimeSeconds."),
        ErrorCategory.InvalidArgument, target, "Give -ActiveShare alone, or -ResponseSeconds, with -ThinkTimeSeconds where users think.");

    internal static ErrorRecord InputGivenTwice(string name) => Record(
        new ArgumentException($"The input '{Shortened(name)}' is given twice."),
        ErrorCategory.InvalidArgument, name, "Write each input once.");

    internal static ErrorRecord CannotSize(SizingException error, object? target) =>
        Record(error, ErrorCategory.InvalidArgument, target, null);

    internal static ErrorRecord NoPlacementFits(PlacementCandidate nearest, object? target) => Record(
        new InvalidOperationException($"No placement of '{nearest.Model}' holds the load. The nearest is {nearest.Placement} on '{nearest.Server}': {nearest.Reason}"),
        ErrorCategory.LimitsExceeded, target, "Add -All to see why each of them does not, or ask for fewer sessions, a shorter context, fewer bits or a later promise.");

    internal static ErrorRecord ShardOfSeveralRecords(object? target) => Record(
        new InvalidOperationException("A shard is a part of one grid, and a second record came from the pipeline: the parts of several grids would not follow each other."),
        ErrorCategory.InvalidOperation, target, "Give the values as arrays, such as -Model (Get-LlmModel qwen3*), or split the file of records and leave -Shard out.");

    internal static ErrorRecord FormatHasNoParts(string format, IEnumerable<string> formats) => Record(
        new ArgumentException($"A {format} report is one page: parts of it do not make a whole."),
        ErrorCategory.InvalidArgument, format, $"With -Shard use one of {string.Join(", ", formats)}.");

    internal static ErrorRecord CopyNotUsable(string kind, string name, string why, object? target) => Record(
        new ArgumentException($"The {kind} '{Shortened(name)}' came from another process, and {why}."),
        ErrorCategory.InvalidData, target, "Name the catalog that it came from with -CatalogPath, or give the entry of this session by its name.");

    internal static ErrorRecord CatalogProblem(CatalogProblem problem) => Record(
        new InvalidDataException($"{problem.Path}:{problem.Line}:{problem.Column}: {problem.Message}"),
        ErrorCategory.InvalidData, problem, problem.Suggestion + " Test-LlmCatalog lists every problem.");

    internal static ErrorRecord RequirementProblem(CatalogProblem problem) => Record(
        new InvalidDataException(problem.ToString()), ErrorCategory.InvalidData, problem, problem.Suggestion);

    internal static ErrorRecord FileExists(string path) => Record(
        new IOException($"The file '{path}' exists, and -NoClobber was given."),
        ErrorCategory.ResourceExists, path, "Choose another -Path, or leave -NoClobber out.");

    internal static ErrorRecord FileIsReadOnly(string path) => Record(
        new UnauthorizedAccessException($"The file '{path}' is read-only."),
        ErrorCategory.PermissionDenied, path, "Add -Force to replace it.");

    internal static ErrorRecord FileNotWritten(string path, Exception reason) => Record(
        new IOException($"The file '{path}' was not written: {reason.Message}", reason),
        ErrorCategory.WriteError, path, "Check that the folder exists and may be written to. No partial file was left.");

    internal static ErrorRecord PathNotUsable(string path, string reason) => Record(
        new ArgumentException($"'{path}' cannot be written to: {reason}"),
        ErrorCategory.InvalidArgument, path, "Give the path of one file on a file-system drive; -LiteralPath takes it as it stands.");

    internal static ErrorRecord FormatNotKnown(string path, IEnumerable<string> extensions) => Record(
        new ArgumentException($"The extension of '{path}' names no report format."),
        ErrorCategory.InvalidArgument, path, $"Use one of {string.Join(", ", extensions)}, or add -As.");

    internal static ErrorRecord NotACatalogPath(string path) => Record(
        new ArgumentException($"The extension of '{path}' is not that of a catalog in YAML."),
        ErrorCategory.InvalidArgument, path, "Use .yaml or .yml.");

    internal static ErrorRecord ModelNotWritten(SizingException error, IEnumerable<Model> models) => Record(
        error, ErrorCategory.InvalidData, models, "Nothing was written. Import-LlmModel -Name gives a model another name.");

    internal static ErrorRecord LogNotRead(string path, Exception reason) => Record(
        new IOException($"The log '{path}' was not read: {reason.Message}", reason),
        ErrorCategory.ReadError, path, "Give the path of a text file that may be read.");

    internal static ErrorRecord LogSaysNothing(string source) => Record(
        new InvalidDataException($"{source} has no start-up line of vllm, sglang, llama.cpp or tensorrt-llm that states its memory."),
        ErrorCategory.InvalidData, source, "Give the log from the engine's start on, as the engine wrote it.");

    internal static ErrorRecord LogEngineNotKnown(string engine, string source) => Record(
        new NotSupportedException($"{source} is a log of {engine}, which is not predicted."),
        ErrorCategory.NotImplemented, source, $"Use a log of one of {string.Join(", ", EngineList.All.Select(known => known.Name))}.");

    internal static ErrorRecord LogModelNotFound(string? name, string source) => Record(
        new KeyNotFoundException(name is null ? $"{source} does not name its model." : $"{source} is about '{Shortened(name)}', which no catalog has."),
        ErrorCategory.ObjectNotFound, source, "Name the model with -Model.");

    internal static ErrorRecord RunNotRead(string path, Exception reason) => Record(
        new IOException($"The result '{path}' was not read: {reason.Message}", reason),
        ErrorCategory.ReadError, path, "Give a result of vllm bench serve (--save-result), sglang.bench_serving (--output-file), GenAI-Perf or AIPerf (CSV), or llama-bench (-o json).");

    internal static ErrorRecord RunModelNotFound(BenchmarkRun run, string path) => Record(
        new KeyNotFoundException(run.Model is null ? $"'{path}' does not name its model." : $"'{path}' is about '{Shortened(run.Model)}', which no catalog has."),
        ErrorCategory.ObjectNotFound, run, "Name the model with -Model.");

    internal static ErrorRecord NothingToRead(string path, string reason) => Record(
        new ArgumentException($"There is nothing to import at '{Shortened(path)}': {reason}"),
        ErrorCategory.ObjectNotFound, path, "Give the path of a file or a folder that is there; -LiteralPath takes brackets as they stand.");

    internal static ErrorRecord CannotImport(string origin, ImportException error) => Record(
        new InvalidDataException($"{Shortened(origin)}: {error.Message}", error),
        ErrorCategory.InvalidData, origin, error.Field is null ? null : $"Field: {error.Field}");

    private static ErrorRecord NotFound(string kind, string name, IEnumerable<string> known, object? target, string? lister, [CallerMemberName] string id = "")
    {
        string[] names = known.ToArray();
        IReadOnlyList<string> near = NearMiss.Find(name, names);
        string hint = near.Count > 0 ? $" Did you mean {string.Join(" or ", near.Select(candidate => $"'{candidate}'"))}?" : "";
        string action = lister is null ? $"Use one of {string.Join(", ", names)}." : $"{lister} lists them all.";
        // Not an ItemNotFoundException: it brings an error record of its own, which 'catch [type]' shows instead of this one.
        return Record(new KeyNotFoundException($"There is no {kind} '{Shortened(name)}'.{hint} {action}"), ErrorCategory.ObjectNotFound, target ?? name, null, id);
    }

    private static string Listed(IReadOnlyList<string> names) => string.Join(", ", names.Take(10).Select(Shortened)) + (names.Count > 10 ? ", ..." : "");

    private static string Shortened(string name) => name.Length > 100 ? name.Substring(0, 100) + "..." : name;

    private static ErrorRecord Record(Exception error, ErrorCategory category, object? target, string? action, [CallerMemberName] string id = "") =>
        new(error, id, category, target)
        {
            ErrorDetails = new ErrorDetails(error.Message) { RecommendedAction = action ?? "" },
        };
}
