using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Matrix products of one part of the model on one GPU: FLOPs per token and bytes that are read once, in all layers.</summary>
internal sealed class LinearWork
{
    public LinearWork(string component, int bits, bool isWidened, double elements, double bytes)
    {
        Component = component;
        Bits = bits;
        IsWidened = isWidened;
        Elements = elements;
        Bytes = bytes;
    }

    /// <summary>The part of the model.</summary>
    public string Component { get; }

    /// <summary>Bits of the numbers that are multiplied: 16, 8 or 4.</summary>
    public int Bits { get; }

    /// <summary>Whether the weights are stored in fewer bits than they are multiplied in.</summary>
    public bool IsWidened { get; }

    /// <summary>Elements on the GPU; of one expert where the part is the routed experts.</summary>
    public double Elements { get; }

    /// <summary>Bytes on the GPU; of one expert where the part is the routed experts.</summary>
    public double Bytes { get; }

    /// <summary>The products of every matrix of a replica that a token passes, by part and precision; stages of a pipeline are added up.</summary>
    public static LinearWork[] Of(IEnumerable<ModelShard> shards, ServerHardware hardware) => shards
        .SelectMany(shard => shard.Weights().Where(matrix => Multiplies(shard, matrix)).Select(matrix => Of(shard, matrix, hardware)))
        .GroupBy(work => (work.Component, work.Bits, work.IsWidened))
        .Select(group => new LinearWork(group.Key.Component, group.Key.Bits, group.Key.IsWidened, group.Sum(work => work.Elements), group.Sum(work => work.Bytes)))
        .ToArray();

    private static LinearWork Of(ModelShard shard, WeightMatrix matrix, ServerHardware hardware)
    {
        (long copies, long rows, long columns) = shard.ShareOf(matrix);
        double times = (double)shard.CountOf(matrix) * (matrix.Component == WeightComponent.Experts ? 1 : copies);
        bool isEmbedding = matrix.Component == WeightComponent.Embedding;
        // Tied embeddings multiply as the head, once, on the last stage.
        int bits = BitsOf(matrix.Format, hardware);
        return new LinearWork(
            isEmbedding ? WeightComponent.Head : matrix.Component, bits, matrix.Format.Elements.BytesPerElement * 8 < bits - 1, (isEmbedding ? 1 : times) * rows * columns, (isEmbedding ? 1 : times) * matrix.Format.Bytes(rows, columns));
    }

    private static bool Multiplies(ModelShard shard, WeightMatrix matrix) => matrix.Columns > 1 && matrix.Component switch
    {
        WeightComponent.Embedding => shard.Stage.IsLast && shard.IsTied,
        WeightComponent.Norm or WeightComponent.Vision or WeightComponent.Audio or WeightComponent.Mtp or WeightComponent.Other => false,
        _ => true,
    };

    // Weights that the GPU has no units for are widened before they are multiplied; mxfp4 is multiplied with 8-bit activations.
    private static int BitsOf(WeightFormat format, ServerHardware hardware) => format.Name switch
    {
        "nvfp4" when hardware.Fp4Tflops is not null => 4,
        "fp8" or "fp8_channel" or "fp8_row" or "fp8_block" or "mxfp8" when hardware.Fp8Tflops is not null => 8,
        "mxfp4" when hardware.Fp4Tflops is not null && hardware.Fp8Tflops is not null => 8,
        "int8" or "bnb_int8" when hardware.Int8Tops is not null => 8,
        _ => 16,
    };
}
