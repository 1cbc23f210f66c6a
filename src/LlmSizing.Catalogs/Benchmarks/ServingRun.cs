namespace LlmSizing;

/// <summary>
/// A run of a client that serves requests to a server. Fields as vllm/benchmarks/serve.py (vLLM 0.8 to 0.14) and python/sglang/bench_serving.py (SGLang 0.4 to 0.5) write them;
/// both count the tokens of the requests that ended well.
/// </summary>
internal static class ServingRun
{
    public static BenchmarkRun OfVllm(BenchmarkFields fields) =>
        Of(fields, BenchmarkTool.VllmBenchServe, fields.Text("model_id"), EngineOf(fields.Text("backend") ?? fields.Text("endpoint_type")), null, "e2el");

    // The server's own settings are in newer files alone.
    public static BenchmarkRun OfSglang(BenchmarkFields fields) => Of(
        fields, BenchmarkTool.SglangBenchServing, fields.Inner("server_info")?.Text("model_path"), EngineOf(fields.Text("backend")), fields.Number("concurrency"), "e2e_latency");

    private static BenchmarkRun Of(BenchmarkFields fields, BenchmarkTool tool, string? model, string? engine, double? meanConcurrency, string endToEnd)
    {
        long? completed = fields.Whole("completed");
        double? rate = fields.Number("request_throughput");
        var load = new BenchmarkLoad(
            fields.Whole("max_concurrency") is long most and > 0 ? most : null, meanConcurrency, RequestRate(fields, rate), Mean(fields.Number("total_input_tokens"), completed),
            Mean(fields.Number("total_output_tokens"), completed), 0, completed, fields.Number("duration"));
        return new BenchmarkRun(
            tool, model, engine, load, fields.Latency("ttft"), fields.Latency("tpot"), fields.Latency("itl"), fields.Latency(endToEnd),
            new BenchmarkThroughput(rate, fields.Number("output_throughput")));
    }

    // "inf", or Infinity as Python writes it, is no rate: every request is sent at once. Another word, such as "trace", is a rate that is not said.
    private static double? RequestRate(BenchmarkFields fields, double? reached) => fields.IsText("request_rate")
        ? (fields.Text("request_rate") == "inf" ? null : reached)
        : fields.Number("request_rate") is double rate and > 0 ? rate : null;

    private static double? Mean(double? total, long? completed) => completed > 0 ? total / completed : null;

    // The backend is how requests are sent: openai is every server that speaks it.
    private static string? EngineOf(string? backend) => backend?.Split('-')[0] switch
    {
        "vllm" => "vllm",
        "sglang" => "sglang",
        "tensorrt" or "trt" or "trtllm" => "tensorrt-llm",
        "llama.cpp" => "llama.cpp",
        _ => null,
    };
}
