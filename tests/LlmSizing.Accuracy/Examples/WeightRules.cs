using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>The parameters and the bytes of weights.</summary>
public sealed class WeightRules
{
    private readonly IReadOnlyList<Model> models;

    /// <summary>Takes the models of the catalog.</summary>
    public WeightRules(IReadOnlyList<Model> models)
    {
        this.models = models;
        All =
        [
            new(["params"], inputs => inputs.Has("model"), (inputs, _) => Find(inputs)?.Architecture?.Parameters),
            new(["weights_gib", "weights_gib_bf16"], inputs => inputs.Has("model"), (inputs, _) => Published(inputs) / (decimal)(1L << 30)),
            new(["weights_bytes"], inputs => inputs.Has("model"), (inputs, _) => Published(inputs)),
            new(["bpw"], inputs => inputs.Has("file", "params_b"), (inputs, _) => OfFile(inputs) is (Model model, long bytes) ? bytes * 8m / model.Architecture!.Parameters : null),
            new(["size_gib"], inputs => inputs.Has("file", "params_b"), (inputs, _) => OfFile(inputs) is (Model, long bytes) ? bytes / (decimal)(1L << 30) : null),
        ];
    }

    /// <summary>The rules.</summary>
    public IReadOnlyList<ExampleRule> All { get; }

    private Model? Find(ExampleValues inputs) => ModelSearch.Find(inputs.Text("model"), models) is { IsExact: true } match ? Requantised(match) : null;

    private static Model? Requantised(ModelMatch match) => LogModel.Of(match, new EngineLog(null, [], []));

    // A checkpoint holds its layers of multi-token prediction as well; an engine that does not speculate leaves them out.
    private long? Published(ExampleValues inputs) => Find(inputs)?.Architecture?.Weights.Sum(matrix => matrix.Bytes);

    private (Model, long)? OfFile(ExampleValues inputs)
    {
        decimal billions = inputs.Number("params_b") ?? 0;
        Model? model = models.Where(known => known.Architecture is not null).OrderBy(known => System.Math.Abs((known.Architecture!.Parameters / 1e9m) - billions)).FirstOrDefault();
        return model is not null && System.Math.Abs((model.Architecture!.Parameters / 1e9m / billions) - 1) < 0.01m && QuantizationList.Find(inputs.Text("file")!) is Quantization scheme
            ? (model, scheme.Apply(model).Architecture!.WeightBytes)
            : null;
    }
}
