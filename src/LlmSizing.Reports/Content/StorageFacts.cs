using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A number that is not known says so: it is not zero.</summary>
internal static class StorageFacts
{
    public static IEnumerable<InputFact> Of(StorageProfile? storage, Texts texts) => storage is null ? [] :
    [
        new("profile", storage.Name),
        new("type", storage.Type),
        new("iops", Pair(Count(storage.IopsRead), Count(storage.IopsWrite), texts)),
        new("throughput", Pair(Amount(storage.ThroughputReadGbS, "GB/s"), Amount(storage.ThroughputWriteGbS, "GB/s"), texts)),
        new("latency_p99", Pair(Amount(storage.LatencyP99ReadMs, "ms"), Amount(storage.LatencyP99WriteMs, "ms"), texts)),
    ];

    private static string Pair(string? read, string? write, Texts texts) => read is null && write is null
        ? texts.Get("report.not_stated")
        : Half(read, "read", texts) + " / " + Half(write, "write", texts);

    private static string Half(string? value, string side, Texts texts) => value is null
        ? texts.Get($"report.value.{side}.not_stated")
        : texts.Format($"report.value.{side}", _ => value);

    private static string? Count(long? value) => value is long count ? NumberText.Grouped(count) : null;

    private static string? Amount(decimal? value, string unit) => value is decimal amount ? NumberText.AsWritten(amount) + " " + unit : null;
}
