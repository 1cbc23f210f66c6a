namespace LlmSizing.Tests.Catalogs;

/// <summary>Files as an operator would write them.</summary>
internal static class OperatorFile
{
    public static string Server(string name, int gpus = 4) => $$"""
        servers:
          - name: {{name}}
            gpu: Test GPU
            gpus: {{gpus}}
            hbm_per_gpu_gb: 100
            source: ["a test"]
        """;

    public static string Model(string name, int layers = 10) => $$"""
        models:
          - name: {{name}}
            num_layers: {{layers}}
            layers:
              - { layout: full, count: {{layers}}, num_key_value_heads: 8, head_dim: 128 }
            max_position_embeddings: 131072
            default_kv_precision: fp8
            source: ["a test"]
        """;

    public static string Storage(string name) => $$"""
        storage:
          - name: {{name}}
            type: nvme_local
            throughput_read_gb_s: 10
            source: ["a test"]
        """;

    public static string Scenario(string name, string haMode = "n+3") => $$"""
        scenarios:
          - name: {{name}}
            ha_mode: {{haMode}}
            peak_headroom_ratio: { default: 0.50 }
            kv_budget_ratio: { default: 0.60 }
            runtime_overhead_gib_per_gpu: 20
            source: ["a test"]
        """;
}
