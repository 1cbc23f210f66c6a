using System;
using System.IO;
using LlmSizing.Catalogs.Tests.Gguf;

namespace LlmSizing.Benchmarks;

/// <summary>The header of a GGUF file with a vocabulary of 150,000 strings.</summary>
internal static class GgufBenchmarks
{
    private const int Vocabulary = 150_000;

    public static void Run(Table table)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".gguf");
        byte[] file = GgufSamples.Llama().Texts("tokenizer.ggml.merges", Vocabulary, "Ġmer ge").Numbers("tokenizer.ggml.token_type", new int[Vocabulary]).ToArray();
        File.WriteAllBytes(path, file);
        try
        {
            table.Add(ImportBenchmarks.Row("Import of a GGUF header, 150,000 strings", () => GgufImporter.Import(path), () => Read(path), 50));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static long Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        byte[] buffer = new byte[64 * 1024];
        long sum = 0;
        for (int got = stream.Read(buffer); got > 0; got = stream.Read(buffer))
        {
            sum += got;
        }
        return sum;
    }
}
