namespace LlmSizing;

/// <summary>The vision towers of Llama 3.2 and Llama 4.</summary>
internal static class LlamaTowers
{
    public static void Llama4(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("vision_model.");
        long hidden = config.Integer(768, "hidden_size");
        long intermediate = config.Integer(5632, "intermediate_size");
        long patch = config.Integer(14, "patch_size");
        long side = config.Integer(448, "image_size") / System.Math.Max(1, patch);
        new TransformerTower(config.Integer(34, "num_hidden_layers"), hidden, intermediate).AddTo(part);
        part.Tower("patch_embedding", hidden, 3 * patch * patch);
        part.Tower("class_embedding", hidden, 1);
        part.Tower("positional_embedding", (side * side) + 1, hidden);
        part.Tower("outer_layernorm", hidden, 1, copies: 2, bias: true);
        long input = config.Integer(4096, "projector_input_dim");
        long output = config.Integer(4096, "projector_output_dim");
        part.Tower("vision_adapter.fc1", input, intermediate, WeightSplit.Column);
        part.Tower("vision_adapter.fc2", output, output, WeightSplit.Row);
        part.Tower("multi_modal_projector", context.TextHidden, config.Integer(output, "vision_output_dim"), WeightSplit.Column);
    }

    public static void Mllama(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("vision_model.");
        long hidden = config.Integer(1280, "hidden_size");
        long patch = config.Integer(14, "patch_size");
        long side = config.Integer(448, "image_size") / System.Math.Max(1, patch);
        long tokens = (side * side) + 1;
        long tiles = config.Integer(4, "max_num_tiles");
        // One for each shape of tiles, and one for none.
        long shapes = (config.HasList("supported_aspect_ratios") ? config.Count("supported_aspect_ratios") : 8) + 1;
        long layers = config.Integer(32, "num_hidden_layers", "attention_layers") + config.Integer(8, "num_global_layers");
        new TransformerTower(layers, hidden, config.Integer(5120, "intermediate_size")) { AttentionBias = false }.AddTo(part);
        part.Tower("patch_embedding", hidden, 3 * patch * patch);
        part.Tower("class_embedding", hidden, 1);
        part.Tower("outer_layernorm", hidden, 1, copies: 2, bias: true);
        part.Tower("tile_positional_embedding", shapes, tiles * hidden, copies: 2);
        part.Tower("position_embedding", tokens, hidden);
        part.Tower("position_tile_embedding", shapes, tiles * tokens * hidden);
        // Of the global layers, two each, and of the embeddings of positions and tiles.
        part.Tower("gates", (2 * config.Integer(8, "num_global_layers")) + 3, 1);
        part.Tower("multi_modal_projector", context.TextHidden, config.Integer(7680, "vision_output_dim"), WeightSplit.Column, bias: true);
    }
}
