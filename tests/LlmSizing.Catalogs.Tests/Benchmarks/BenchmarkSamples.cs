namespace LlmSizing.Catalogs.Tests.Benchmarks;

/// <summary>Results in the shapes that the tools write, with numbers of our own.</summary>
internal static class BenchmarkSamples
{
    public const string Vllm = """
        {"date": "20260301-101500", "endpoint_type": "openai", "backend": "vllm", "label": null, "model_id": "meta-llama/Llama-3.1-8B-Instruct", "tokenizer_id": "meta-llama/Llama-3.1-8B-Instruct",
        "num_prompts": 320, "request_rate": "inf", "burstiness": 1.0, "max_concurrency": 32, "duration": 100.0, "completed": 320, "failed": 0, "total_input_tokens": 327680, "total_output_tokens": 81920,
        "request_throughput": 3.2, "request_goodput": null, "output_throughput": 819.2, "total_token_throughput": 4096.0, "max_output_tokens_per_s": 1100.0, "max_concurrent_requests": 36,
        "mean_ttft_ms": 210.5, "median_ttft_ms": 190.25, "std_ttft_ms": 60.0, "p90_ttft_ms": 300.0, "p99_ttft_ms": 402.0, "mean_tpot_ms": 11.5, "median_tpot_ms": 11.25, "std_tpot_ms": 0.5, "p99_tpot_ms": 13.0,
        "mean_itl_ms": 11.4, "median_itl_ms": 9.0, "std_itl_ms": 8.0, "p99_itl_ms": 60.0}
        """;

    public const string Sglang = """
        {"tag": null, "backend": "sglang", "dataset_name": "random", "request_rate": Infinity, "max_concurrency": 16, "sharegpt_output_len": null, "random_input_len": 1024, "random_output_len": 128, "random_range_ratio": 1.0, "duration": 50.0, "completed": 100, "total_input_tokens": 102400, "total_output_tokens": 12800, "total_output_tokens_retokenized": 12790, "request_throughput": 2.0, "input_throughput": 2048.0, "output_throughput": 256.0, "mean_e2e_latency_ms": 7800.0, "median_e2e_latency_ms": 7700.0, "std_e2e_latency_ms": 100.0, "p99_e2e_latency_ms": 8100.0, "mean_ttft_ms": 600.0, "median_ttft_ms": 550.0, "std_ttft_ms": 20.0, "p99_ttft_ms": 900.0, "mean_tpot_ms": 56.7, "median_tpot_ms": 56.0, "std_tpot_ms": 1.0, "p99_tpot_ms": 60.0, "mean_itl_ms": 56.5, "median_itl_ms": 55.0, "std_itl_ms": 4.0, "p95_itl_ms": 61.0, "p99_itl_ms": 70.0, "concurrency": 15.6, "accept_length": null}
        {"backend": "sglang", "request_rate": 4.0, "max_concurrency": null, "duration": 25.0, "completed": 100, "total_input_tokens": 102400, "total_output_tokens": 12800, "total_output_tokens_retokenized": 12790, "request_throughput": 3.9, "output_throughput": 499.2, "mean_e2e_latency_ms": 5000.0, "mean_ttft_ms": 300.0, "mean_tpot_ms": 37.0, "concurrency": 19.5}

        """;

    public const string GenaiPerf = """
        Metric,avg,min,max,p99,p95,p90,p75,p50,p25
        Time To First Token (ms),"1,146.50",249.48,"3,485.23","3,457.97","3,349.56","3,215.06","1,330.93",640.07,286.52
        Time To Second Token (ms),26.05,0.00,133.51,96.12,36.56,34.88,34.35,33.55,1.78
        Request Latency (ms),"6,406.20","5,371.47","9,608.72","9,436.13","9,046.58","9,028.16","6,549.60","5,690.23","5,493.63"
        Inter Token Latency (ms),30.35,27.59,35.60,35.23,33.88,32.53,31.05,30.13,29.04
        Output Sequence Length (tokens),174.45,164.00,187.00,186.22,183.10,180.10,177.00,174.00,171.75
        Input Sequence Length (tokens),"3,000.05","2,999.00","3,001.00","3,001.00","3,001.00","3,000.00","3,000.00","3,000.00","3,000.00"

        Metric,Value
        Output Token Throughput (per sec),261.25
        Request Throughput (per sec),1.50
        Request Count (count),40.00

        Metric,GPU,Value
        GPU Power Limit (W),0,700.00
        GPU Power Limit (W),1,700.00

        """;

    public const string Aiperf = """
        Metric,avg,min,max,sum,p1,p5,p10,p25,p50,p75,p90,p95,p99,std
        Inter Token Latency (ms),12.57,11.80,13.00,879.00,11.80,11.80,12.40,12.50,12.60,12.70,12.90,12.95,13.00,0.26
        Input Sequence Length (tokens),550.00,550,550,38500.00,550,550,550,550,550,550,550,550,550,0.00
        Output Sequence Length (tokens),128.00,128,128,8960.00,128,128,128,128,128,128,128,128,128,0.00
        Request Latency (ms),1762.12,1600.00,4000.00,123348.40,1610,1620,1650,1700,1750,1790,1800,1900,3900,287.00
        Time to First Token (ms),165.73,56.50,2506.00,11601.00,57,60,61,76,153,170,189,196,985,287.00

        Metric,Value
        Benchmark Duration (sec),61.70
        Output Token Throughput (tokens/sec),145.22
        Request Count,70.00
        Request Throughput (requests/sec),1.13


        Endpoint,GPU_Index,GPU_Name,GPU_UUID,Metric,avg,min,max,sum,p1,p5,p10,p25,p50,p75,p90,p95,p99,std
        localhost:9400,0,a GPU,GPU-1,GPU Power Usage (W),300.00,1,1,1,1,1,1,1,1,1,1,1,1,1

        """;

    public const string LlamaBench = """
        [
          {
            "build_commit": "0a1b2c3", "build_number": 6000, "gpu_info": "a GPU", "backends": "CUDA",
            "model_filename": "/models/Qwen3-8B-Q4_K_M.gguf", "model_type": "qwen3 8B Q4_K - Medium", "model_size": 5020000000, "model_n_params": 8190000000,
            "n_batch": 2048, "n_ubatch": 512, "n_gpu_layers": 99, "n_prompt": 512, "n_gen": 0, "n_depth": 0, "avg_ns": 102400000, "stddev_ns": 100, "avg_ts": 5000.0, "stddev_ts": 1.5,
            "samples_ns": [102400000], "samples_ts": [5000.0]
          },
          { "model_filename": "C:\\models\\Qwen3-8B-Q4_K_M.gguf", "n_prompt": 0, "n_gen": 128, "n_depth": 4096, "avg_ts": 125.0 },
          { "model_type": "qwen3 8B Q4_K - Medium", "n_prompt": 512, "n_gen": 128, "avg_ts": 640.0 }
        ]
        """;
}
