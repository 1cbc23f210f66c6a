namespace LlmSizing.Catalogs.Tests;

/// <summary>Files that are good, to be spoiled.</summary>
internal static class Samples
{
    /// <summary>Two models: 'm', which tests spoil line by line, and 'survivor' from line 10 on.</summary>
    public const string Models = """
        models:
          - name: m
            num_layers: 24
            layers:
              - { layout: full, count: 24, num_key_value_heads: 8, head_dim: 64 }
            max_position_embeddings: 131072
            default_kv_precision: fp8
            total_params_b: 20.91
            source: [a page]
          - name: survivor
            num_layers: 2
            layers:
              - { layout: sliding, count: 2, num_key_value_heads: 8, head_dim: 64, sliding_window: 128 }
            max_position_embeddings: 1000
            default_kv_precision: bf16
            source: [another page]

        """;

    /// <summary>A server 's', which tests spoil, and 'survivor' from line 7 on.</summary>
    public const string Servers = """
        servers:
          - name: s
            gpus: 8
            hbm_per_gpu_gb: 180
            fp8_units: true
            source: [a page]
          - name: survivor
            gpus: 1
            hbm_per_gpu_gb: 80
            source: [another page]

        """;

    /// <summary>A scenario 'c', which tests spoil, and 'survivor' from line 8 on.</summary>
    public const string Scenarios = """
        scenarios:
          - name: c
            ha_mode: n+1
            peak_headroom_ratio: { default: 0.2 }
            kv_budget_ratio: { default: 0.7, max: 0.8 }
            runtime_overhead_gib_per_gpu: 15
            source: [a page]
          - name: survivor
            ha_mode: none
            peak_headroom_ratio: { default: 0, max: 0 }
            kv_budget_ratio: { default: 0.7 }
            runtime_overhead_gib_per_gpu: 15
            source: [another page]

        """;

    /// <summary>A whole file with one line replaced.</summary>
    public static string Spoil(string sample, int line, string replacement)
    {
        string[] lines = sample.Split('\n');
        lines[line - 1] = replacement;
        return string.Join('\n', lines);
    }
}
