using System;
using System.IO;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>Holds the libraries against files of real start-up logs, of measured times and of worked examples.</summary>
public static class Program
{
    private const string Usage = """
        How right the predictions are, against figures that others printed or stated.

          logs FILE.jsonl       start-up logs, one JSON object a line
          throughput FILE.csv   measured times to first token and per token
          tune FILE.csv         fits the tunings to such a file and writes catalogs/tunings.yaml
          examples FILE.yaml    worked examples: inputs and expected results

        kv_bytes_exact counts the cases whose figures determine the bytes of the KV cache: exact where some memory that rounds to the printed size
        makes exactly the printed tokens or blocks (vLLM), or where the printed tokens times our integer bytes round to the printed size (SGLang,
        TensorRT-LLM, llama.cpp). Cases whose model was inferred from the log itself prove nothing about it and are left out of the count.
        """;

    /// <summary>Runs one of them.</summary>
    public static int Main(string[] arguments)
    {
        if (arguments is not ["logs" or "examples" or "throughput" or "tune", string path])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"There is no file '{path}'.");
            return 2;
        }
        switch (arguments[0])
        {
            case "logs":
                LogsReport.Of(path).Write(Console.Out);
                break;
            case "throughput":
                ThroughputReport.Of(ThroughputRow.Read(path), Catalog()).Write(Console.Out);
                break;
            case "tune":
                Tune(path);
                break;
            default:
                ExamplesReport.Of(path).Write(Console.Out);
                break;
        }
        return 0;
    }

    private static Catalog Catalog() => new CatalogLibrary(RepositoryRoot.PathOf("catalogs")).Load([]);

    private static void Tune(string path)
    {
        Catalog catalog = Catalog();
        new TuningSearch([.. ThroughputRow.Read(path).Select(row => ThroughputCase.Of(row, catalog)).OfType<ThroughputCase>()])
            .Write(RepositoryRoot.PathOf("catalogs", "tunings.yaml"), Console.Out);
    }
}
