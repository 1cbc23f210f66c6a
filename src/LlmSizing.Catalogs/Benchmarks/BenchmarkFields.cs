namespace LlmSizing;

/// <summary>The fields of one run. What is there must be what the tool writes: a number where it writes numbers.</summary>
internal readonly struct BenchmarkFields
{
    private readonly JsonView run;
    private readonly long line;

    public BenchmarkFields(JsonView run, long line)
    {
        this.run = run;
        this.line = line;
        if (!run.IsObject)
        {
            throw Wrong($"a run should be here, not {run}");
        }
    }

    public bool Has(string name) => run.TryGet(name, out _);

    public bool IsText(string name) => run.TryGet(name, out JsonView value) && value.Kind == JsonKind.Text;

    /// <summary>The number; null where the field is missing, null or not finite.</summary>
    public double? Number(string name)
    {
        if (!run.TryGet(name, out JsonView value) || value.Kind is JsonKind.Null or JsonKind.NotFinite)
        {
            return null;
        }
        return value.AsNumber() is >= 0 and <= 1e12 and double number ? number : throw Wrong($"{name} should be a number of 0 to 10^12, not {value}");
    }

    /// <summary>The whole number; null where the field is missing or null.</summary>
    public long? Whole(string name)
    {
        if (!run.TryGet(name, out JsonView value) || value.IsNull)
        {
            return null;
        }
        return value.AsInteger() is >= 0 and <= 1_000_000_000_000 and long number ? number : throw Wrong($"{name} should be a whole number of 0 to 10^12, not {value}");
    }

    public string? Text(string name) => run.TryGet(name, out JsonView value) && value.AsText() is { Length: > 0 and <= 1000 } text ? text : null;

    public BenchmarkFields? Inner(string name) => run.TryGet(name, out JsonView value) && value.IsObject ? new BenchmarkFields(value, line) : null;

    public LatencySummary Latency(string name) => new(
        Number($"mean_{name}_ms"), Number($"median_{name}_ms") ?? Number($"p50_{name}_ms"), Number($"p90_{name}_ms"), Number($"p95_{name}_ms"), Number($"p99_{name}_ms"));

    public ImportException Wrong(string what) => new($"Line {NumberText.Plain(line)}: {what}.");
}
