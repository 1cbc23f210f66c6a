using System;
using System.IO;

namespace LlmSizing.Accuracy;

/// <summary>Holds the libraries against files of real start-up logs and of worked examples.</summary>
public static class Program
{
    private const string Usage = """
        How right the predictions are, against figures that others printed or stated.

          logs FILE.jsonl       start-up logs, one JSON object a line
          examples FILE.yaml    worked examples: inputs and expected results

        kv_bytes_exact counts the cases whose figures determine the bytes of the KV cache: exact where some memory that rounds to the printed size
        makes exactly the printed tokens or blocks (vLLM), or where the printed tokens times our integer bytes round to the printed size (SGLang,
        TensorRT-LLM, llama.cpp). Cases whose model was inferred from the log itself prove nothing about it and are left out of the count.
        """;

    /// <summary>Runs one of the two.</summary>
    public static int Main(string[] arguments)
    {
        if (arguments is not ["logs" or "examples", string path])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"There is no file '{path}'.");
            return 2;
        }
        if (arguments[0] == "logs")
        {
            LogsReport.Of(path).Write(Console.Out);
        }
        else
        {
            ExamplesReport.Of(path).Write(Console.Out);
        }
        return 0;
    }
}
