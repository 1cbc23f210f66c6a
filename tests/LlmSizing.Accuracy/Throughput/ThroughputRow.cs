using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>One measured point: a closed loop of so many requests on each attention rank.</summary>
public sealed class ThroughputRow
{
    private readonly Dictionary<string, string> cells;

    private ThroughputRow(Dictionary<string, string> cells) => this.cells = cells;

    /// <summary>The point's name.</summary>
    public string Id => cells["id"];

    /// <summary>The engine by its name here.</summary>
    public string Engine => cells["engine"] switch { "trtllm" => "tensorrt-llm", var name => name };

    /// <summary>The engine's release as it names itself, or null.</summary>
    public string? ReleaseName => cells["engine_version"] is { Length: > 0 } release ? release : null;

    /// <summary>The engine and its release, such as vllm 0.19.0; the engine alone where it is not said.</summary>
    public string Release => (Engine + " " + cells["engine_version"]).Trim();

    /// <summary>The model's name on the hub.</summary>
    public string Model => cells["model"];

    /// <summary>The GPU, such as h100_sxm.</summary>
    public string Gpu => cells["gpu"];

    /// <summary>How dense products are quantised; empty where as published.</summary>
    public string DenseFormat => cells["gemm_quant"];

    /// <summary>fp8, fp4, int4, bf16, or empty where as published.</summary>
    public string Precision => cells["precision"];

    /// <summary>Tokens of a prompt.</summary>
    public long InputTokens => Whole("input_tokens") ?? 1;

    /// <summary>Tokens that are generated.</summary>
    public long OutputTokens => Whole("output_tokens") ?? 1;

    /// <summary>Requests at the same time on an attention rank.</summary>
    public long Batch => Whole("batch") ?? 1;

    /// <summary>Time to first token in milliseconds.</summary>
    public double TtftMs => Number("ttft_ms");

    /// <summary>Time per output token in milliseconds.</summary>
    public double TpotMs => Number("tpot_ms");

    /// <summary>Model, GPU and engine: what a group shares.</summary>
    public string Group => $"{Model} {Gpu} {Engine}";

    /// <summary>A whole number, or null where the cell is empty or 0.</summary>
    public long? Whole(string column) => long.TryParse(cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value > 0 ? value : null;

    /// <summary>Reads a file with the columns by their names.</summary>
    /// <exception cref="InvalidDataException">A column is missing, or a row has another number of cells than the header.</exception>
    public static IReadOnlyList<ThroughputRow> Read(string path)
    {
        string[] lines = [.. File.ReadLines(path).Where(line => line.Length > 0)];
        string[] header = lines.Length == 0 ? [] : lines[0].Split(',');
        string[] needed = ["id", "engine", "engine_version", "model", "gpu", "precision", "input_tokens", "output_tokens", "gemm_quant", "batch", "tp", "pp", "attention_dp", "moe_tp", "moe_ep", "ttft_ms", "tpot_ms"];
        if (needed.Except(header).FirstOrDefault() is string missing)
        {
            throw new InvalidDataException($"{path} has no column {missing}.");
        }
        return [.. lines.Skip(1).Select((line, index) => Of(header, line.Split(','), path, index + 2))];
    }

    private static ThroughputRow Of(string[] header, string[] cells, string path, int line) => cells.Length == header.Length
        ? new ThroughputRow(header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))
        : throw new InvalidDataException($"{path}({line}): {cells.Length} cells where the header has {header.Length}.");

    private double Number(string column) => double.Parse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture);
}
