using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LlmSizing;

/// <summary>Which layers have a mixture of experts: the ways in which configs say it.</summary>
internal static class MoePattern
{
    /// <summary>One answer per layer; all yes where the config says nothing.</summary>
    /// <exception cref="ImportException">A list that has not one item per layer.</exception>
    public static bool[] Read(HfConfig config, long layers)
    {
        if (config.FindTexts("mlp_layer_types") is IReadOnlyList<string> types)
        {
            return Each(layers, i => Item(config, "mlp_layer_types", types, i) == "sparse");
        }
        if (config.FindText("moe_layers_enum") is string numbers)
        {
            var chosen = new HashSet<string>(numbers.Split(','), StringComparer.Ordinal);
            return Each(layers, i => chosen.Contains(i.ToString(CultureInfo.InvariantCulture)));
        }
        if (config.HasList("moe_layers"))
        {
            IReadOnlyList<long> chosen = config.FindIntegers("moe_layers")!;
            return Each(layers, i => chosen.Contains(i));
        }
        if (config.HasList("moe_layer_freq"))
        {
            IReadOnlyList<long> flags = config.FindIntegers("moe_layer_freq")!;
            return Each(layers, i => Item(config, "moe_layer_freq", flags, i) != 0);
        }
        if (config.FindInteger("expert_layer_period") is long period)
        {
            long offset = config.Integer(0, "expert_layer_offset");
            return Each(layers, i => period > 0 && i % period == offset);
        }
        return Regular(config, layers);
    }

    private static bool[] Regular(HfConfig config, long layers)
    {
        long dense = config.Integer(0, "first_k_dense_replace", "num_dense_layers");
        long frequency = Math.Max(1, config.Integer(1, "moe_layer_freq"));
        long step = config.Integer(1, "decoder_sparse_step", "interleave_moe_layer_step", "moe_layer_interval");
        long first = config.Integer(0, "moe_layer_start_index");
        long last = config.Has("moe_layer_end_index") ? LastLayer(config, layers) : layers - 1;
        IReadOnlyList<long> mlpOnly = config.FindIntegers("mlp_only_layers") ?? [];
        return Each(layers, i => i >= Math.Max(dense, first) && i <= last && i % frequency == 0 && step > 0 && (i + 1) % step == 0 && !mlpOnly.Contains(i));
    }

    // -1 is the last layer (ERNIE 4.5), as Python counts.
    private static long LastLayer(HfConfig config, long layers) => config.FindNumber("moe_layer_end_index") is double end && end < 0 ? layers + (long)end : config.Integer("moe_layer_end_index");

    private static T Item<T>(HfConfig config, string name, IReadOnlyList<T> items, long layer) => layer < items.Count
        ? items[(int)layer]
        : throw new ImportException($"{config.PathOf(name)} has {NumberText.Plain(items.Count)} items, fewer than there are layers.", config.PathOf(name));

    private static bool[] Each(long layers, Func<long, bool> answer) => Enumerable.Range(0, (int)layers).Select(i => answer(i)).ToArray();
}
