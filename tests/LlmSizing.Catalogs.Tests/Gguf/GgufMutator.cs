using System;
using System.IO;

namespace LlmSizing.Catalogs.Tests.Gguf;

/// <summary>Damages GGUF headers, the same for the same seed: for the tests and for the long run of LlmSizing.Fuzz.</summary>
internal static class GgufMutator
{
    private const int HeaderBytes = 3000;
    private static readonly long[] Extremes = [0, 1, -1, long.MaxValue, long.MinValue, 1L << 32, 1L << 24, 255];

    /// <summary>Whole models of three kinds.</summary>
    public static byte[][] Seeds { get; } =
    [
        WithoutData(GgufSamples.Llama()),
        WithoutData(GgufSamples.Bare("granitehybrid", 4, ("attention.head_count_kv", [0, 2, 0, 2]), ("ssm.conv_kernel", [4]), ("ssm.inner_size", [512]), ("ssm.state_size", [16]), ("ssm.time_step_rank", [8]), ("ssm.group_count", [2]))),
        WithoutData(GgufSamples.Bare("deepseek2", 2, ("attention.kv_lora_rank", [512]), ("rope.dimension_count", [64])).Tensor("blk.1.ffn_up_exps.weight", GgufSamples.Mxfp4, 256, 64, 4)),
    ];

    /// <summary>Whether the bytes are a model; a reason why not is as good, anything else is thrown.</summary>
    public static bool Import(byte[] bytes)
    {
        try
        {
            return GgufImporter.Import(new MemoryStream(bytes), new EntryInfo("m")).Layers.Count > 0;
        }
        catch (ImportException)
        {
            return false;
        }
    }

    /// <summary>A damaged copy: bytes and bits changed, numbers written over by extremes, runs cut out, the end cut off.</summary>
    public static byte[] Mutate(byte[] seed, Random random)
    {
        byte[] bytes = [.. seed];
        for (int i = random.Next(1, 4); i > 0 && bytes.Length > 0; i--)
        {
            bytes = Change(bytes, random.Next(Math.Min(bytes.Length, HeaderBytes)), random);
        }
        return bytes;
    }

    // Data is never read, and would be copied each time.
    private static byte[] WithoutData(GgufBytes file)
    {
        file.DataBytes = 64;
        return file.ToArray();
    }

    private static byte[] Change(byte[] bytes, int at, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 2:
                BitConverter.GetBytes(Extremes[random.Next(Extremes.Length)]).AsSpan(0, Math.Min(8, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
                return bytes;
            case 3:
                return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 40))..]];
            default:
                return bytes[..random.Next(bytes.Length)];
        }
    }
}
