using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>How a weight matrix lies in memory: its elements, and the scales and zero points of its tiles.</summary>
public sealed class WeightFormat
{
    private WeightFormat(string name, int blockElements, int blockBytes, int tileRows = 0, int tileColumns = 0, int tileBits = 0, int tensorBytes = 0)
    {
        Name = name;
        Elements = new ElementFormat(name, blockElements, blockBytes);
        TileRows = tileRows;
        TileColumns = tileColumns;
        TileBits = tileBits;
        TensorBytes = tensorBytes;
    }

    /// <summary>Every format that is known, one line each.</summary>
    /// <remarks>
    /// Blocks: OCP Microscaling 1.0 (mxfp4, mxfp8), ggml-common.h (q, iq and tq types). Tiles: DeepSeek-V3's 128 × 128 fp32 scales, compressed-tensors' 16-bit scales
    /// per row or group (checked against Qwen3-8B-FP8-dynamic's file), FBGEMM's fp32 ones (fp8_row), ModelOpt's per 16 elements, AWQ's and GPTQ's 16-bit scale and 4-bit zero point
    /// per group; bitsandbytes' nested absmax of 64 and 256, or one fp32 absmax per 64 (plain).
    /// </remarks>
    public static IReadOnlyList<WeightFormat> All { get; } =
    [
        new("fp32", 1, 4),
        new("bf16", 1, 2),
        new("fp16", 1, 2),
        new("fp8", 1, 1, tensorBytes: 4),
        new("fp8_channel", 1, 1, tileRows: 1, tileBits: 16),
        new("fp8_row", 1, 1, tileRows: 1, tileBits: 32),
        new("fp8_block", 1, 1, tileRows: 128, tileColumns: 128, tileBits: 32),
        new("int8", 1, 1, tileRows: 1, tileBits: 16),
        new("int8_g128", 1, 1, tileRows: 1, tileColumns: 128, tileBits: 16),
        new("mxfp8", 32, 33),
        new("mxfp4", 32, 17),
        new("nvfp4", 2, 1, tileRows: 1, tileColumns: 16, tileBits: 8, tensorBytes: 8),
        new("int4_channel", 2, 1, tileRows: 1, tileBits: 16),
        new("int4_g32", 2, 1, tileRows: 1, tileColumns: 32, tileBits: 16),
        new("int4_g64", 2, 1, tileRows: 1, tileColumns: 64, tileBits: 16),
        new("int4_g128", 2, 1, tileRows: 1, tileColumns: 128, tileBits: 16),
        new("awq_g32", 2, 1, tileRows: 1, tileColumns: 32, tileBits: 20),
        new("awq_g64", 2, 1, tileRows: 1, tileColumns: 64, tileBits: 20),
        new("awq_g128", 2, 1, tileRows: 1, tileColumns: 128, tileBits: 20),
        new("gptq8_g128", 1, 1, tileRows: 1, tileColumns: 128, tileBits: 24),
        new("bnb_nf4", 16384, 8452),
        new("bnb_nf4_plain", 64, 36),
        new("bnb_int8", 1, 1, tileRows: 1, tileBits: 32),
        new("q4_0", 32, 18),
        new("q4_1", 32, 20),
        new("q5_0", 32, 22),
        new("q5_1", 32, 24),
        new("q8_0", 32, 34),
        new("q8_1", 32, 36),
        new("q2_k", 256, 84),
        new("q3_k", 256, 110),
        new("q4_k", 256, 144),
        new("q5_k", 256, 176),
        new("q6_k", 256, 210),
        new("q8_k", 256, 292),
        new("iq1_s", 256, 50),
        new("iq1_m", 256, 56),
        new("iq2_xxs", 256, 66),
        new("iq2_xs", 256, 74),
        new("iq2_s", 256, 82),
        new("iq3_xxs", 256, 98),
        new("iq3_s", 256, 110),
        new("iq4_nl", 32, 18),
        new("iq4_xs", 256, 136),
        new("tq1_0", 256, 54),
        new("tq2_0", 256, 66),
        new("int64", 1, 8),
        new("int32", 1, 4),
        new("int16", 1, 2),
        new("byte", 1, 1),
    ];

    // A catalog names formats thousands of times.
    private static readonly Dictionary<string, WeightFormat> ByName = All.ToDictionary(format => format.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The elements and the scales of their blocks.</summary>
    public ElementFormat Elements { get; }

    /// <summary>Rows of one tile of scales; 0 where there are none.</summary>
    public int TileRows { get; }

    /// <summary>Columns of one tile of scales; 0 for a whole row.</summary>
    public int TileColumns { get; }

    /// <summary>Bits of the scale and zero point of one tile.</summary>
    public int TileBits { get; }

    /// <summary>Bytes of the scales of the whole matrix.</summary>
    public int TensorBytes { get; }

    /// <summary>Finds a format by its name, whatever the case; null when it is not known.</summary>
    public static WeightFormat? Find(string name) => ByName.TryGetValue(name, out WeightFormat? format) ? format : null;

    /// <summary>Bytes of one matrix.</summary>
    /// <param name="rows">Output features.</param>
    /// <param name="columns">Input features; the scales of a tile run along them.</param>
    /// <exception cref="OverflowException">The number does not fit a <see cref="long"/>.</exception>
    public long Bytes(long rows, long columns)
    {
        long elements = Elements.Bytes(checked(rows * columns));
        if (TileBits == 0)
        {
            return checked(elements + TensorBytes);
        }
        long across = TileColumns == 0 ? 1 : Division.Ceiling(columns, TileColumns);
        return checked(elements + (((Division.Ceiling(rows, TileRows) * across * TileBits) + 7) / 8) + TensorBytes);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
