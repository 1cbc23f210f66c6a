using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Text.Json;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Json;

public class JsonReaderTests
{
    private static readonly JsonLimits Small = new(bytes: 200, nodes: 20, textLength: 12, depth: 3, numberLength: 10);

    [Fact]
    public void Values_are_what_is_written()
    {
        JsonView root = Parse(" {\"a\": -12, \"b\": [true, false, null, 1.5e3, \"x\"], \"é\\u0041\": {\"c\": \"\\n\\ud83d\\ude00\"}} ");
        Assert.Equal(["a", "b", "éA"], root.Members().Select(member => member.Key));
        Assert.Equal(-12, Get(root, "a").AsInteger());
        JsonView[] items = [.. Get(root, "b").Items()];
        Assert.Equal([JsonKind.True, JsonKind.False, JsonKind.Null, JsonKind.Number, JsonKind.Text], items.Select(item => item.Kind));
        Assert.Null(items[3].AsInteger());
        Assert.Equal(1500, items[3].AsNumber());
        Assert.Equal("x", items[4].AsText());
        Assert.Equal("\n\U0001F600", Get(Get(root, "éA"), "c").AsText());
        Assert.False(root.TryGet("A", out _));
        Assert.Equal(3, root.Count);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    public void What_python_writes_for_no_number_is_read_and_is_no_number(string text)
    {
        JsonView value = Get(Parse("{\"time_step_limit\": [0.0, " + text + "]}"), "time_step_limit").Items().Last();
        Assert.Equal(JsonKind.NotFinite, value.Kind);
        Assert.Null(value.AsInteger());
        Assert.Null(value.AsNumber());
        Assert.Equal(text, value.ToString());
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("\"1\"")]
    [InlineData("true")]
    public void What_is_no_whole_number_that_fits_is_none(string text) => Assert.Null(Parse(text).AsInteger());

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":1}}")]
    [InlineData("{\"a\":1} x")]
    [InlineData("[1]]")]
    [InlineData("[1}")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("0x10")]
    [InlineData("tru")]
    [InlineData("True")]
    [InlineData("nan")]
    [InlineData("+Infinity")]
    [InlineData("\"a")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\ude00\"")]
    [InlineData("\"\\")]
    [InlineData("// x\n1")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1,\"\\u0061\":2}")]
    [InlineData("{\"\":1,\"\":2}")]
    public void What_is_no_json_is_refused_with_its_place(string text)
    {
        ImportException error = Assert.Throws<ImportException>(() => Parse(text));
        Assert.StartsWith("The JSON is broken at line ", error.Message);
    }

    [Theory]
    [InlineData("[[[[1]]]]", "deep")]
    [InlineData("\"1234567890123\"", "longer than 12")]
    [InlineData("12345678901", "too long")]
    [InlineData("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]", "more than 20")]
    public void What_is_beyond_a_limit_is_refused(string text, string says) =>
        Assert.Contains(says, Assert.Throws<ImportException>(() => JsonView.Parse(text, Small)).Message);

    [Fact]
    public void A_text_that_is_too_long_is_refused_before_it_is_read()
    {
        Assert.Contains("200 bytes", Assert.Throws<ImportException>(() => JsonView.Parse(new string(' ', 201), Small)).Message);
        Assert.Contains("200 bytes", Assert.Throws<ImportException>(() => JsonView.Parse(new byte[201], Small)).Message);
    }

    [Fact]
    public void Only_utf8_is_read()
    {
        foreach (byte[] bad in new byte[][] { [0xFF], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82] })
        {
            Assert.Throws<ImportException>(() => JsonView.Parse([(byte)'"', .. bad, (byte)'"'], JsonLimits.Config));
        }
        Assert.Equal("€😀", JsonView.Parse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("\"€😀\"")], JsonLimits.Config).AsText());
    }

    [Fact]
    public void Damaged_texts_are_read_as_another_reader_reads_them()
    {
        const string Letters = "{}[]\",:\\0123456789eE+-. \ntrufalsn\u00e9";
        const string Text = "{\"a\": [1, -2.5e+3, {\"b\": \"\\u00e9x\\n\"}], \"c\": true, \"d\": null, \"e\": {}}";
        var random = new Random(20261124);
        for (int i = 0; i < 20_000; i++)
        {
            char[] damaged = Text.ToCharArray();
            for (int k = random.Next(3); k >= 0; k--)
            {
                damaged[random.Next(damaged.Length)] = Letters[random.Next(Letters.Length)];
            }
            string text = new(damaged, 0, random.Next(10) == 0 ? random.Next(damaged.Length) : damaged.Length);
            Assert.True(IsTaken(text) == IsTakenElsewhere(text), text);
        }
    }

    [Fact]
    public void An_index_of_a_hundred_thousand_tensors_is_read_at_once()
    {
        string text = "{" + string.Join(",", Enumerable.Range(0, 100_000).Select(i => $"\"model.layers.{i}.mlp.experts.down_proj.weight\":\"model-00001-of-00163.safetensors\"")) + "}";
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var watch = Stopwatch.StartNew();
        JsonView root = JsonView.Parse(bytes, new JsonLimits(100 << 20, 5_000_000, 1 << 12));
        Assert.Equal(100_000, root.Members().Count());
        Assert.True(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} ms");
    }

    private static JsonView Parse(string text) => JsonView.Parse(text, JsonLimits.Config);

    private static JsonView Get(JsonView value, string key) => value.TryGet(key, out JsonView found) ? found : throw new InvalidOperationException(key);

    private static bool IsTaken(string text)
    {
        try
        {
            Parse(text);
            return true;
        }
        catch (ImportException)
        {
            return false;
        }
    }

    private static bool IsTakenElsewhere(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
