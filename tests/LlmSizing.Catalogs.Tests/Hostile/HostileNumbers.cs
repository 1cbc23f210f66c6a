using System.Collections.Generic;

namespace LlmSizing.Catalogs.Tests.Hostile;

/// <summary>Numbers that somebody would misread.</summary>
internal static class HostileNumbers
{
    public static IReadOnlyList<HostileFile> All =>
    [
        Whole("octal of YAML 1.2", "0o30", "not_a_number", "a whole number from 1 to 1000000 layers"),
        Whole("octal of YAML 1.1", "030", "not_a_number", "a whole number"),
        Whole("hexadecimal", "0x18", "not_a_number", "Write 24."),
        Whole("binary", "0b11000", "not_a_number", "a whole number"),
        Whole("underscores", "1_000", "not_a_number", "Write 1000."),
        Whole("base 60", "1:30", "not_a_number", "a whole number"),
        Whole("exponent", "1e2", "not_a_number", "Write 100."),
        Whole("exponent beyond all numbers", "1e400", "not_a_number", "a whole number"),
        Whole("not a number of YAML", ".nan", "not_a_number", "a whole number"),
        Whole("infinite", ".inf", "not_a_number", "a whole number"),
        Whole("minus infinite", "-.inf", "not_a_number", "a whole number"),
        Whole("not a number of programs", "NaN", "not_a_number", "a whole number"),
        Whole("plus sign", "+24", "not_a_number", "Write 24."),
        Whole("thousands separator", "1,000", "not_a_number", "in digits"),
        Whole("unit behind the number", "24 layers", "not_a_number", "a whole number from 1 to 1000000 layers"),
        Whole("digits of another script", "٢٤", "not_a_number", "a whole number"),
        Whole("a number in quotes", "\"24\"", "wrong_type", "Write 24 without quotes."),
        Whole("text in quotes", "\"many\"", "wrong_type", "a whole number"),
        Whole("empty text", "\"\"", "wrong_type", "a whole number"),
        Whole("decimals in a whole number", "24.5", "not_whole", "a whole number"),
        Whole("a point in a whole number", "24.0", "not_whole", "Write 24."),
        Whole("zero", "0", "out_of_range", "from 1 to 1000000"),
        Whole("negative", "-24", "out_of_range", "from 1 to 1000000"),
        Whole("above the range", "1000001", "out_of_range", "from 1 to 1000000"),
        Whole("too large for 64 bits", "9223372036854775808", "out_of_range", "from 1 to 1000000"),
        Whole("a thousand digits", new string('9', 1000), "out_of_range", "from 1 to 1000000"),
        Whole("a boolean", "true", "not_a_number", "a whole number"),
        Whole("null", "null", "empty_value", "a whole number"),
        Whole("tilde", "~", "empty_value", "a whole number"),
        Whole("a list", "[24]", "wrong_type", "a whole number"),
        Whole("a mapping", "{ value: 24 }", "wrong_type", "a whole number"),
        new("no value", Samples.Spoil(Samples.Models, 3, "    num_layers:"), 3, 5, "models[0].num_layers", "empty_value", "a whole number", survives: true),
        Decimal("more than nine decimals", "20.1234567891", "too_many_decimals", "20.123456789"),
        Decimal("digits beyond a decimal", "20.1" + new string('0', 40) + "1", "too_many_decimals", "at most nine"),
        Decimal("decimal comma", "20,91", "not_a_number", "a point before decimals"),
        Decimal("no digit before the point", ".5", "not_a_number", "Write 0.5."),
        Decimal("no digit behind the point", "20.", "not_a_number", "Write 20."),
        Decimal("zero for what is not known", "0", "out_of_range", "leave the field out where it is not known"),
        Decimal("minus zero", "-0", "out_of_range", "above 0"),
        Decimal("nothing for what is not known", "null", "empty_value", "leave the field out where it is not known"),
        Decimal("question mark for what is not known", "\"?\"", "wrong_type", "a number above 0"),
        Budget("ratio above 1", "1.01", "out_of_range", "from 0 to 1"),
        Budget("negative ratio", "-0.1", "out_of_range", "from 0 to 1"),
        Budget("percent", "70%", "not_a_number", "a number from 0 to 1"),
        Budget("default null", "~", "empty_value", "a number from 0 to 1"),
        new(
            "min above max", Samples.Spoil(Samples.Scenarios, 5, "    kv_budget_ratio: { default: 0.7, min: 0.9, max: 0.8 }"),
            5, 43, "scenarios[0].kv_budget_ratio.min", "out_of_range", "at most as large as max", survives: true),
        new(
            "together too large", Samples.Spoil(Samples.Spoil(Samples.Servers, 3, "    gpus: 1000000"), 4, "    hbm_per_gpu_gb: 1000000"),
            4, 21, "servers[0].hbm_per_gpu_gb", "out_of_range", "Check the numbers", survives: true),
    ];

    private static HostileFile Whole(string name, string value, string code, string suggestion) => new(
        name, Samples.Spoil(Samples.Models, 3, "    num_layers: " + value), 3, 17, "models[0].num_layers", code, suggestion, survives: true);

    private static HostileFile Decimal(string name, string value, string code, string suggestion) => new(
        name, Samples.Spoil(Samples.Models, 8, "    total_params_b: " + value), 8, 21, "models[0].total_params_b", code, suggestion, survives: true);

    private static HostileFile Budget(string name, string value, string code, string suggestion) => new(
        name, Samples.Spoil(Samples.Scenarios, 5, $"    kv_budget_ratio: {{ default: {value} }}"), 5, 33, "scenarios[0].kv_budget_ratio.default", code, suggestion, survives: true);
}
