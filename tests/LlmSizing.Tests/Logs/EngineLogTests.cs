using System;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests;

public sealed class EngineLogTests
{
    [Fact]
    public void Of_several_ranks_the_one_that_limits_counts_and_the_spread_is_known()
    {
        EngineLog log = Read(LogSamples.VllmV1);

        Assert.Equal("vllm", log.Engine);
        Assert.Equal(63.98m, Value(log, LogQuantity.KvAvailable));
        Assert.Equal("TP1", log.Worst(LogQuantity.KvAvailable)!.Worst.Rank);
        Assert.Equal(64.28m, log.Worst(LogQuantity.KvAvailable)!.Largest);
        Assert.Equal(7.53m, Value(log, LogQuantity.Weights));
        Assert.Equal(1048192m, Value(log, LogQuantity.KvTokens));
        Assert.Equal(127.95m, Value(log, LogQuantity.MaxConcurrency));
        Assert.Equal(1.79m, Value(log, LogQuantity.Graphs));
    }

    [Fact]
    public void The_arguments_of_a_draft_model_are_not_those_of_the_engine()
    {
        EngineLog log = Read(LogSamples.VllmV1);

        Assert.Equal("acme/Base-8B", log.Setting("model"));
        Assert.Equal("8192", log.Setting("max_model_length"));
        Assert.Equal("2", log.Setting("tensor_parallel"));
        Assert.Equal("0.95", log.Setting("memory_fraction"));
        Assert.Equal("True", log.Setting("enforce_eager"));
        Assert.Equal("0.19.0", log.Setting("version"));
        Assert.Equal("auto", log.Setting("kv_precision"));
        Assert.Null(log.Setting("quantization"));
    }

    [Fact]
    public void The_wordings_of_old_versions_are_read_and_their_GB_is_a_GiB()
    {
        EngineLog log = Read(LogSamples.VllmV0);

        Assert.Equal(14.9927m, Value(log, LogQuantity.Weights));
        Assert.Equal(79.11m, Value(log, LogQuantity.GpuTotal));
        Assert.Equal(71.20m, Value(log, LogQuantity.Budget));
        Assert.Equal(54.62m, Value(log, LogQuantity.KvAvailable));
        Assert.Equal(27965m, Value(log, LogQuantity.KvBlocks));
        Assert.Equal("32768", log.Setting("max_model_length"));
        Assert.Equal("awq", log.Setting("quantization"));
        Assert.Equal("0.6.3", log.Setting("version"));
    }

    [Fact]
    public void SGLang_states_the_cache_as_keys_and_values()
    {
        EngineLog log = Read(LogSamples.Sglang);

        Assert.Equal("sglang", log.Engine);
        Assert.Equal(109.86m, Value(log, LogQuantity.KvAvailable));
        Assert.Equal(0.02m, log.Worst(LogQuantity.KvAvailable)!.Worst.Step);
        Assert.Equal(7.55m, Value(log, LogQuantity.Weights));
        Assert.Equal(1800000m, Value(log, LogQuantity.KvTokens));
        Assert.Equal("131072", log.Setting("max_model_length"));
        Assert.Equal("0.88", log.Setting("memory_fraction"));
    }

    [Fact]
    public void SGLang_without_memory_usage_has_weights_from_free_memory_before_and_after()
    {
        EngineLog log = Read("[TP0] Load weight begin. avail mem=92.50 GB\n[TP0] Load weight end. type=LlamaForCausalLM, avail mem=77.39 GB\n");

        Assert.Equal(15.11m, Value(log, LogQuantity.Weights));
    }

    [Fact]
    public void A_second_model_of_SGLang_is_the_draft()
    {
        EngineLog log = Read("Load weight end. type=A, avail mem=7.00 GB, mem usage=15.00 GB.\nLoad weight end. type=B, avail mem=5.00 GB, mem usage=2.00 GB.\n");

        Assert.Equal(15m, Value(log, LogQuantity.Weights));
        Assert.Equal(2m, Value(log, LogQuantity.DraftWeights));
    }

    [Fact]
    public void The_two_caches_of_llama_cpp_add_up_and_buffers_of_the_host_do_not_limit_a_GPU()
    {
        EngineLog log = Read(LogSamples.LlamaCpp);

        Assert.Equal("llama.cpp", log.Engine);
        Assert.Equal(1300m / 1024, Value(log, LogQuantity.KvBuffer));
        Assert.Equal(650m / 1024, Value(log, LogQuantity.KvKeys));
        Assert.Equal(4403.49m / 1024, Value(log, LogQuantity.ModelBuffer));
        Assert.Equal("CUDA0", log.Worst(LogQuantity.ComputeBuffer)!.Worst.Rank);
        Assert.Equal("8192", log.Setting("max_model_length"));
        Assert.Equal("Q4_K - Medium", log.Setting("quantization"));
        Assert.Equal("33/33", log.Setting("offloaded_layers"));
    }

    [Fact]
    public void The_cache_that_TensorRT_LLM_measures_with_is_not_the_one_it_serves_from()
    {
        EngineLog log = Read(LogSamples.TensorRtLlm);

        Assert.Equal(638848m, Value(log, LogQuantity.KvTokens));
        Assert.Equal(43.87m, Value(log, LogQuantity.KvAvailable));
        Assert.Equal("32", log.Setting("block_size"));
    }

    [Fact]
    public void Ranks_that_are_not_named_are_not_taken_for_a_correction()
    {
        EngineLog log = Read("Available KV cache memory: 37.28 GiB\nAvailable KV cache memory: 37.20 GiB\nAvailable KV cache memory: 37.28 GiB\n");

        Assert.Equal(37.20m, Value(log, LogQuantity.KvAvailable));
        Assert.Equal(37.28m, log.Worst(LogQuantity.KvAvailable)!.Largest);
    }

    [Fact]
    public void Of_two_starts_in_one_file_the_last_counts()
    {
        EngineLog log = Read(LogSamples.VllmV1 + LogSamples.VllmV0);

        Assert.Equal(54.62m, Value(log, LogQuantity.KvAvailable));
        Assert.Equal("0.6.3", log.Setting("version"));
        Assert.Null(log.Worst(LogQuantity.KvTokens));
    }

    [Fact]
    public void Colours_carriage_returns_and_line_numbers_do_not_disturb()
    {
        string text = "\u001b[1;36m(Worker_TP0 pid=3)\u001b[0;0m INFO loading\r 50%\r100%\r\n\r\n\u001b]0;title\a\u001b[32mAvailable KV cache memory:\u001b[0m \u001b[1m4.25 GiB\u001b[0m\r\n";
        LogReading reading = Read(text).Worst(LogQuantity.KvAvailable)!;

        Assert.Equal(4.25m, reading.Worst.Value);
        Assert.Equal(3, reading.Worst.Line);
    }

    [Theory]
    [InlineData("Available KV cache memory: 37.28 Gi")]
    [InlineData("Available KV cache memory: 37.2")]
    [InlineData("Available KV cache memory: 37")]
    [InlineData("Available KV cache memory: 37.")]
    [InlineData("GPU KV cache size: 1,04")]
    [InlineData("GPU KV cache size: 1,048,19")]
    [InlineData("GPU KV cache size: 1,048,192 tok")]
    [InlineData("# GPU blocks: 27965")]
    [InlineData("max_total_num_tokens=1800")]
    [InlineData("CUDA0 KV buffer size =   832.00 M")]
    [InlineData("Available KV cache memory: 1234567890123456789012345678901234567890 GiB")]
    [InlineData("Available KV cache memory: NaN GiB")]
    public void A_line_that_was_cut_inside_its_number_says_nothing(string line) => Assert.Empty(Read(line + "\n").Observations);

    [Fact]
    public void A_log_cut_anywhere_never_states_another_number_than_the_whole()
    {
        foreach (string sample in LogSamples.All)
        {
            var whole = Read(sample).Observations.Select(observation => (observation.Quantity, observation.Rank, observation.Value)).ToHashSet();
            string[] lines = sample.Split('\n');
            foreach (string line in lines)
            {
                for (int cut = 0; cut < line.Length; cut++)
                {
                    var full = Read(line + "\n").Observations.Select(observation => observation.Value).ToHashSet();
                    Assert.All(Read(line[..cut]).Observations, seen => Assert.Contains(seen.Value, full));
                    Assert.All(Read(line[..cut] + "\n").Observations, seen => Assert.Contains(seen.Value, full));
                }
            }
            Assert.NotEmpty(whole);
        }
    }

    [Fact]
    public void An_empty_text_and_one_of_no_engine_say_nothing()
    {
        Assert.Null(Read("").Engine);
        Assert.Equal("no engine: 0 observations in 2 lines", Read("hello\nthere 5 GiB\n").ToString());
    }

    private static EngineLog Read(string text) => Given.Log(text);

    private static decimal Value(EngineLog log, LogQuantity quantity) => log.Worst(quantity)!.Worst.Value;
}
