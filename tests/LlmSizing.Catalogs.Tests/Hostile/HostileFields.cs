using System.Collections.Generic;

namespace LlmSizing.Catalogs.Tests.Hostile;

/// <summary>Fields and entries that are wrong in a file that is YAML.</summary>
internal static class HostileFields
{
    private const string Group = "models[0].layers[0]";

    public static IReadOnlyList<HostileFile> All =>
    [
        // Keys
        Line("slip in a key", 6, "    max_position_embedings: 131072", 5, "models[0].max_position_embedings", "unknown_key", "Did you mean 'max_position_embeddings'?"),
        Line("unknown key", 8, "    colour: blue", 5, "models[0].colour", "unknown_key", "The fields are name, aliases"),
        Line("key in another case", 8, "    Family: x", 5, "models[0].Family", "unknown_key", "Did you mean 'family'?"),
        Line("field missing", 7, "    family: x", 5, "models[0].default_kv_precision", "missing_field", "default_kv_precision: one of nvfp4, mxfp4", line: 2),
        Line("key twice", 8, "    num_layers: 24", 5, "models[0].num_layers", "duplicate_key", "Keep one of the two."),
        Line("key twice, once in quotes", 8, "    'num_layers': 24", 5, "models[0].num_layers", "duplicate_key", "Keep one of the two."),
        Line("merge key", 8, "    <<: { family: x }", 5, "models[0].<<", "merge_key", "Write the fields themselves."),
        Line("number as a key", 8, "    1: 2", 5, "models[0].1", "unknown_key", "The fields are"),
        Line("slip in a key inside braces", 5, "      - { layout: full, count: 24, num_key_value_heads: 8, head_dims: 64 }", 60, Group + ".head_dims", "unknown_key", "Did you mean 'head_dim'?"),
        Line("field missing inside braces", 5, "      - { layout: full, count: 24, num_key_value_heads: 8 }", 9, Group + ".head_dim", "missing_field", "Write head_dim: a whole number"),

        // YAML that is not data
        Line("anchor", 8, "    family: &f gpt", 13, "models[0].family", "anchor", "Leave the name out"),
        Line("anchor on a number", 3, "    num_layers: &n 24", 17, "models[0].num_layers", "anchor", "Leave the name out"),
        Line("alias", 3, "    num_layers: *n", 17, "models[0].num_layers", "alias", "Write the value itself."),
        Line("alias of an entry", 5, "      - *group", 9, Group, "alias", "Write the value itself."),
        Line("anchor on an entry", 2, "  - &m { name: m }", 5, "models[0]", "anchor", "Leave the name out", deleteFrom: 3, deleteTo: 9),
        Line("tag of a type", 3, "    num_layers: !!int \"24\"", 17, "models[0].num_layers", "tag", "Leave the tag out"),
        Line("tag of a program", 8, "    family: !ruby/object:Gem x", 13, "models[0].family", "tag", "Leave the tag out"),
        Line("tag without a name", 8, "    family: ! x", 13, "models[0].family", "tag", "Leave the tag out"),
        Line("tag on a key", 8, "    !!str family: x", 5, "models[0].family", "tag", "Leave the tag out"),

        // Texts
        Line("number as a name", 2, "  - name: 123", 11, "models[0].name", "wrong_type", "Write \"123\" in quotes."),
        Line("boolean as a text", 8, "    family: yes", 13, "models[0].family", "wrong_type", "Write \"yes\" in quotes."),
        Line("date as a text", 8, "    family: 2024-01-01", 13, "models[0].family", "wrong_type", "in quotes"),
        Line("exponent as a text", 8, "    family: 1e5", 13, "models[0].family", "wrong_type", "in quotes"),
        Line("null as a text", 8, "    family: null", 13, "models[0].family", "empty_value", "leave the field out"),
        Line("blank text", 8, "    family: \"  \"", 13, "models[0].family", "bad_text", "text on one line"),
        Line("text too long for a table", 8, "    family: " + new string('x', 101), 13, "models[0].family", "bad_text", "up to 100 characters"),
        Line("line break in a word", 8, "    family: \"a\\nb\"", 13, "models[0].family", "bad_text", "text on one line"),
        Line("escape sequence for terminals", 8, "    notes: \"\\e[31mred\"", 12, "models[0].notes", "bad_text", "Write text."),
        Line("hidden end of a text", 8, "    notes: \"a\\0b\"", 12, "models[0].notes", "bad_text", "Write text."),
        Line("text that turns around", 8, "    notes: \"a\\u202Eb\"", 12, "models[0].notes", "bad_text", "Write text."),
        Line("list as a text", 8, "    family: [x]", 13, "models[0].family", "wrong_type", "text on one line"),
        Line("text as a list", 9, "    source: a page", 13, "models[0].source", "wrong_type", "[item]"),
        Line("empty list of sources", 9, "    source: []", 13, "models[0].source", "empty_value", "at least one item"),
        Line("blank source", 9, "    source: [\"\"]", 14, "models[0].source[0]", "bad_text", "Write text."),
        Line("number as a source", 9, "    source: [a page, 12]", 22, "models[0].source[1]", "wrong_type", "in quotes"),

        // Names
        Line("blank in a name", 2, "  - name: a model", 11, "models[0].name", "bad_name", "letters (a-z, A-Z), digits"),
        Line("slash in a name", 2, "  - name: a/b", 11, "models[0].name", "bad_name", "a name of up to 64"),
        Line("path as a name", 2, "  - name: ../../etc/passwd", 11, "models[0].name", "bad_name", "starts with a letter or a digit"),
        Line("wildcard in a name", 2, "  - name: \"m*\"", 11, "models[0].name", "bad_name", "a name of up to 64"),
        Line("name in another script", 2, "  - name: модель", 11, "models[0].name", "bad_name", "letters (a-z, A-Z)"),
        Line("name of 65 characters", 2, "  - name: " + new string('m', 65), 11, "models[0].name", "bad_name", "up to 64"),
        Line("empty name", 2, "  - name: \"\"", 11, "models[0].name", "bad_name", "a name of up to 64"),
        Line("alias with a blank", 8, "    aliases: [ok, \"not ok\"]", 19, "models[0].aliases[1]", "bad_name", "'/'"),
        Line("alias that is the name", 8, "    aliases: [other, M]", 22, "models[0].aliases[1]", "duplicate_alias", "Leave it out."),
        new("name twice", Samples.Spoil(Samples.Models, 2, "  - name: survivor"), 10, 11, "models[1].name", "duplicate_name", "Rename one of the two", survives: true),
        new("name twice in another case", Samples.Spoil(Samples.Models, 10, "  - name: M"), 10, 11, "models[1].name", "duplicate_name", "Rename one of the two"),
        new("alias of another entry", Samples.Spoil(Samples.Models, 16, "    source: [x]\n    aliases: [M]"), 17, 15, "models[1].aliases[0]", "duplicate_alias", "out of one of the two"),

        // Choices
        Line("unknown precision", 7, "    default_kv_precision: fp4", 27, "models[0].default_kv_precision", "not_one_of", "one of nvfp4, mxfp4"),
        Line("precision in another case", 7, "    default_kv_precision: FP8", 27, "models[0].default_kv_precision", "not_one_of", "Did you mean 'fp8'?"),
        Line("unknown layout", 5, "      - { layout: wide, count: 24, num_key_value_heads: 8, head_dim: 64 }", 19, Group + ".layout", "not_one_of", "one of full, sliding"),
        Line("layout without its size", 5, "      - { layout: mla, count: 24, kv_lora_rank: 512 }", 9, Group + ".qk_rope_head_dim", "missing_field", "Write qk_rope_head_dim: a whole number"),
        Line("size of another layout", 5, "      - { layout: full, count: 24, num_key_value_heads: 8, head_dim: 64, chunk_size: 8192 }", 86, Group + ".chunk_size", "unexpected_field", "Leave it out"),
        Line("state of nothing", 5, "      - { layout: mamba2, count: 24 }", 9, Group + ".state_heads", "bad_group", "Correct the group."),
        Line("fewer places than layers", 5, "      - { layout: full, count: 24, num_key_value_heads: 8, head_dim: 64, at: \"0-22\" }", 78, Group + ".at", "bad_group", "Correct the group."),
        Line("places that go down", 5, "      - { layout: full, count: 24, num_key_value_heads: 8, head_dim: 64, at: \"5,3\" }", 78, Group + ".at", "bad_layers", "layer numbers from 0"),
        Line("one place without quotes", 5, "      - { layout: full, count: 24, num_key_value_heads: 8, head_dim: 64, at: 3 }", 78, Group + ".at", "wrong_type", "Write \"3\" in quotes."),
        Line("weights without architecture", 8, "    weights: [attention q_proj @0-23 8x8 column bf16]", 5, "models[0].weights", "missing_field", "Write both", line: 2),
        Line("weights that are no line", 8, "    weights: [attention q_proj @0-23 8x8 sideways bf16]", 15, "models[0].weights[0]", "bad_weights", "component name"),
        Line("architecture without its class", 8, "    architecture: { hidden_size: 8 }", 19, "models[0].architecture.class", "missing_field", "Write class: text"),
        Server("yes for true", 5, "    fp8_units: yes", 16, "servers[0].fp8_units", "wrong_type", "Write true or false"),
        Server("True for true", 5, "    fp8_units: True", 16, "servers[0].fp8_units", "wrong_type", "Write true or false"),
        Server("boolean in quotes", 5, "    fp8_units: \"true\"", 16, "servers[0].fp8_units", "wrong_type", "Write true without quotes."),
        Server("1 for true", 5, "    fp8_units: 1", 16, "servers[0].fp8_units", "wrong_type", "Write true or false"),
        Scenario("HA mode in another case", 3, "    ha_mode: N+1", 14, "scenarios[0].ha_mode", "not_one_of", "none, or n+1 to n+99"),
        Scenario("HA mode of no node", 3, "    ha_mode: n+0", 14, "scenarios[0].ha_mode", "not_one_of", "none, or n+1 to n+99"),
        Scenario("HA mode of 100 nodes", 3, "    ha_mode: n+100", 14, "scenarios[0].ha_mode", "not_one_of", "none, or n+1 to n+99"),
        Scenario("ratio without a mapping", 4, "    peak_headroom_ratio: 0.2", 26, "scenarios[0].peak_headroom_ratio", "wrong_type", "{ default: 0.20"),
        Scenario("ratio without a default", 4, "    peak_headroom_ratio: { min: 0.2 }", 26, "scenarios[0].peak_headroom_ratio.default", "missing_field", "Write default:"),

        // Fields that contradict one another
        Line("layers that do not add up", 3, "    num_layers: 25", 17, "models[0].num_layers", "layers_do_not_add_up", "Write num_layers: 24"),
        Line("sliding without a window", 5, "      - { layout: sliding, count: 24, num_key_value_heads: 8, head_dim: 64 }", 9, Group + ".sliding_window", "window_missing", "Write sliding_window:"),
        Line("full with a window", 5, "      - { layout: full, count: 24, num_key_value_heads: 8, head_dim: 64, sliding_window: 128 }", 90, Group + ".sliding_window", "window_unexpected", "Leave it out"),
        Line("more active than all", 8, "    total_params_b: 20\n    active_params_b: 21", 22, "models[0].active_params_b", "active_above_total", "for one token", line: 9),
        Line("no layer", 5, "      []", 7, "models[0].layers", "wrong_type", "a list of layer groups"),
        Line("layer as a text", 5, "      - full", 9, Group, "wrong_type", "Write a mapping"),
        Line("entry as a text", 2, "  - m", 5, "models[0]", "wrong_type", "starts with '- name:'", deleteFrom: 3, deleteTo: 9),
        Line("entry of nothing", 2, "  - ", 4, "models[0]", "wrong_type", "starts with '- name:'", deleteFrom: 3, deleteTo: 9),
    ];

    private static HostileFile Line(
        string name, int spoiled, string replacement, int column, string field, string code, string suggestion, int line = 0, int deleteFrom = 0, int deleteTo = 0)
    {
        string[] lines = Samples.Spoil(Samples.Models, spoiled, replacement).Split('\n');
        string content = deleteFrom == 0 ? string.Join('\n', lines) : string.Join('\n', [.. lines[..(deleteFrom - 1)], .. lines[deleteTo..]]);
        return new(name, content, line == 0 ? spoiled : line, column, field, code, suggestion, survives: true);
    }

    private static HostileFile Server(string name, int line, string replacement, int column, string field, string code, string suggestion) =>
        new(name, Samples.Spoil(Samples.Servers, line, replacement), line, column, field, code, suggestion, survives: true);

    private static HostileFile Scenario(string name, int line, string replacement, int column, string field, string code, string suggestion) =>
        new(name, Samples.Spoil(Samples.Scenarios, line, replacement), line, column, field, code, suggestion, survives: true);
}
