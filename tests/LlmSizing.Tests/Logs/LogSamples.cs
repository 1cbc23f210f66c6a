namespace LlmSizing.Tests;

/// <summary>Start-up lines in the engines' own wordings, with figures of this project's own.</summary>
internal static class LogSamples
{
    public const string VllmV1 = """
        (APIServer pid=7) INFO 04-22 00:16:12 [entrypoints/utils.py:233] non-default args: {'model_tag': 'acme/Base-8B', 'model': 'acme/Base-8B', 'max_model_len': 8192, 'tensor_parallel_size': 2, 'speculative_config': {'model': 'acme/Draft-1B', 'max_model_len': 512}, 'gpu_memory_utilization': 0.95, 'enforce_eager': True}
        (EngineCore_0 pid=9) INFO 04-22 00:16:20 [core.py:71] Initializing a V1 LLM engine (v0.19.0) with config: model='acme/Base-8B', speculative_config=None, dtype=torch.bfloat16, max_seq_len=8192, tensor_parallel_size=2, pipeline_parallel_size=1, quantization=None, kv_cache_dtype=auto, device_config=cuda
        (Worker_TP0 pid=11) INFO 04-22 00:17:32 [v1/worker/gpu_model_runner.py:4820] Model loading took 7.51 GiB memory and 54.254199 seconds
        (Worker_TP1 pid=12) INFO 04-22 00:17:33 [v1/worker/gpu_model_runner.py:4820] Model loading took 7.53 GiB memory and 55.101010 seconds
        (Worker_TP0 pid=11) DEBUG 04-22 00:18:23 [v1/worker/gpu_worker.py:435] Memory profiling takes 50.75 seconds. Total non KV cache memory: 10.95GiB; torch peak memory increase: 1.96GiB; non-torch forward increase memory: 1.48GiB; weights memory: 7.51GiB.
        (Worker_TP0 pid=11) INFO 04-22 00:18:23 [v1/worker/gpu_worker.py:436] Available KV cache memory: 64.28 GiB
        (Worker_TP1 pid=12) INFO 04-22 00:18:23 [v1/worker/gpu_worker.py:436] Available KV cache memory: 63.98 GiB
        (EngineCore_0 pid=9) INFO 04-22 00:18:23 [v1/core/kv_cache_utils.py:1319] GPU KV cache size: 1,048,192 tokens
        (EngineCore_0 pid=9) INFO 04-22 00:18:23 [v1/core/kv_cache_utils.py:1324] Maximum concurrency for 8,192 tokens per request: 127.95x
        (Worker_TP0 pid=11) INFO 04-22 00:18:32 [v1/worker/gpu_model_runner.py:6046] Graph capturing finished in 8 secs, took 1.79 GiB

        """;

    public const string VllmV0 = """
        INFO 03-14 09:12:40 api_server.py:585] vLLM API server version 0.6.3
        INFO 03-14 09:12:40 api_server.py:586] args: Namespace(host=None, model='acme/Base-8B', dtype='auto', kv_cache_dtype='fp8', max_model_len=None, tensor_parallel_size=1, block_size=16, max_num_seqs=256, max_num_batched_tokens=None, quantization='awq', enforce_eager=False, lora_modules=None)
        INFO 03-14 09:12:58 model_runner.py:1067] Loading model weights took 14.9927 GB
        INFO 03-14 09:13:08 worker.py:267] the current vLLM instance can use total_gpu_memory (79.11GiB) x gpu_memory_utilization (0.90) = 71.20GiB
        INFO 03-14 09:13:08 worker.py:267] model weights take 14.99GiB; non_torch_memory takes 0.35GiB; PyTorch activation peak memory takes 1.24GiB; the rest of the memory reserved for KV Cache is 54.62GiB.
        INFO 03-14 09:13:08 executor_base.py:111] # cuda blocks: 27965, # CPU blocks: 2048
        INFO 03-14 09:13:08 executor_base.py:116] Maximum concurrency for 32768 tokens per request: 13.65x
        INFO 03-14 09:13:20 model_runner.py:1434] Graph capturing finished in 12 secs, took 0.21 GiB

        """;

    public const string Sglang = """
        [2025-08-13 14:27:01] server_args=ServerArgs(model_path='acme/Base-8B', tokenizer_path='acme/Base-8B', quantization='fp8', kv_cache_dtype='auto', mem_fraction_static=0.88, context_length=None, tp_size=2, page_size=1)
        [2025-08-13 14:27:06 TP0] Load weight begin. avail mem=139.34 GB
        [2025-08-13 14:34:24 TP0] Load weight end. type=LlamaForCausalLM, dtype=torch.bfloat16, avail mem=131.79 GB, mem usage=7.55 GB.
        [2025-08-13 14:34:25 TP1] Load weight end. type=LlamaForCausalLM, dtype=torch.bfloat16, avail mem=131.70 GB, mem usage=7.55 GB.
        [2025-08-13 14:34:26 TP0] KV Cache is allocated. #tokens: 1800000, K size: 54.93 GB, V size: 54.93 GB
        [2025-08-13 14:34:26 TP0] Memory pool end. avail mem=16.04 GB
        [2025-08-13 14:34:50 TP0] Capture cuda graph end. Time elapsed: 18.07 s. mem usage=1.11 GB. avail mem=14.83 GB.
        [2025-08-13 14:34:51 TP0] max_total_num_tokens=1800000, chunked_prefill_size=8192, max_prefill_tokens=16384, max_running_requests=4096, context_len=131072, available_gpu_mem=14.83 GB

        """;

    public const string LlamaCpp = """
        build: 4589 (eb7cf15a) with cc 13.3.0 for x86_64-linux-gnu
        llama_model_loader: - kv   1:                               general.name str              = Base 8B
        print_info: file type   = Q4_K - Medium
        print_info: file size   = 4.58 GiB (4.89 BPW)
        load_tensors: offloaded 33/33 layers to GPU
        load_tensors:        CUDA0 model buffer size =  4403.49 MiB
        load_tensors:   CPU_Mapped model buffer size =   281.81 MiB
        llama_context: n_ctx         = 8192
        llama_context: n_ubatch      = 512
        llama_kv_cache_iswa: creating non-SWA KV cache, size = 8192 cells
        llama_kv_cache:      CUDA0 KV buffer size =   832.00 MiB
        llama_kv_cache: size =  832.00 MiB (  8192 cells,  13 layers,  1/1 seqs), K (f16):  416.00 MiB, V (f16):  416.00 MiB
        llama_kv_cache_iswa: creating     SWA KV cache, size = 4608 cells
        llama_kv_cache:      CUDA0 KV buffer size =   468.00 MiB
        llama_kv_cache: size =  468.00 MiB (  4608 cells,  13 layers,  1/1 seqs), K (f16):  234.00 MiB, V (f16):  234.00 MiB
        llama_context:      CUDA0 compute buffer size =   504.50 MiB
        llama_context:  CUDA_Host compute buffer size =    21.01 MiB

        """;

    public const string TensorRtLlm = """
        [12/20/2025-04:20:02] [TRT-LLM] [I] TensorRT-LLM version: 1.2.0
        [TensorRT-LLM][INFO] [MemUsageChange] Allocated 0.56 GiB for max tokens in paged KV cache (8224).
        [12/20/2025-04:21:10] [TRT-LLM] [I] max_seq_len=8224, max_num_requests=64, max_num_tokens=8192, max_batch_size=64
        [TensorRT-LLM][INFO] Number of tokens per block: 32.
        [TensorRT-LLM][INFO] [MemUsageChange] Allocated 43.87 GiB for max tokens in paged KV cache (638848).

        """;

    public static string[] All { get; } = [VllmV1, VllmV0, Sglang, LlamaCpp, TensorRtLlm];
}
