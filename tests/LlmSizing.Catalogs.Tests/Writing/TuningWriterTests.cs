using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Writing;

public class TuningWriterTests
{
    [Fact]
    public void The_built_in_tunings_are_written_as_they_stand()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Catalogs, "tunings.yaml"));

        Assert.Equal([.. lines.Where(line => !line.StartsWith('#')), ""], TuningWriter.Write(BuiltInCatalog.All.Tunings).Split('\n'));
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        string text = TuningWriter.Write([new Tuning(new EntryInfo("mine", references: ["a \"run\""]), "vllm", "hopper", null, [new(TuningConstants.Decode, 1.25)], [new TuningCase("m", "g", 1, 2.5m, null)])]);

        Assert.Equal("tunings:\n  - name: mine\n    engine: vllm\n    gpu_generation: hopper\n    constants:\n      decode_factor: 1.25\n    cases:\n      - { model: m, gpu: \"g\", rows: 1, tpot_percent: 2.5 }\n    source:\n      - \"a \\\"run\\\"\"\n", text);
    }

    [Fact]
    public void A_name_that_commands_do_not_take_is_refused() =>
        Assert.Throws<SizingException>(() => TuningWriter.Write([new Tuning(new EntryInfo("my server"), "vllm", "hopper", null, [new(TuningConstants.Decode, 1)], [])]));
}
