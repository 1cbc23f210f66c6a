using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LlmSizing.Catalogs.Tests.Safetensors;

/// <summary>Broken safetensors files: a name, the bytes, and words of the error.</summary>
internal static class HostileHeaders
{
    private const string Good = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

    public static IReadOnlyList<(string Name, byte[] Bytes, string Words)> All => [.. Lengths, .. Texts, .. Entries, .. Places];

    private static IEnumerable<(string, byte[], string)> Lengths =>
    [
        ("one byte", [1], "no safetensors file is that short"),
        ("seven bytes", new byte[7], "no safetensors file is that short"),
        ("eight zeros", new byte[8], "its header has 0 bytes"),
        ("a header of one byte", SafetensorsBuilder.Bytes("{"), "its header has 1 bytes"),
        ("a header beyond 100 MB", SafetensorsBuilder.Bytes("{}", 0, 100_000_001), "2 to 100000000 are possible"),
        ("a header of 2^63 bytes", SafetensorsBuilder.Bytes("{}", 0, 1UL << 63), "no safetensors file"),
        ("a header of 2^64 - 1 bytes", SafetensorsBuilder.Bytes("{}", 0, ulong.MaxValue), "no safetensors file"),
        ("a header longer than the file", SafetensorsBuilder.Bytes("{}", 0, 3), "it was cut off"),
        ("a header of 100 MB in a short file", SafetensorsBuilder.Bytes("{}", 0, 100_000_000), "it was cut off"),
        ("a big-endian length", [0, 0, 0, 0, 0, 0, 0, 2, (byte)'{', (byte)'}'], "no safetensors file"),
        ("a pickle", [0x80, 0x02, 0x63, 0x74, 0x6f, 0x72, 0x63, 0x68, 0x0a, 0x0a], "no safetensors file"),
        ("a zip", [0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0, 0, 0, 0, 0], "it was cut off"),
        ("a GGUF file", [(byte)'G', (byte)'G', (byte)'U', (byte)'F', 3, 0, 0, 0, 1, 2], "no safetensors file"),
        ("an LFS pointer", Encoding.ASCII.GetBytes("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"), "no safetensors file"),
        ("a page of HTML", Encoding.ASCII.GetBytes("<!DOCTYPE html><html></html>"), "no safetensors file"),
        ("a length cut short", SafetensorsBuilder.Bytes("{" + Good + "}", 8, 20), "broken at line 1"),
    ];

    private static IEnumerable<(string, byte[], string)> Texts =>
    [
        Text("blanks before the brace", " {" + Good + "}", "does not begin with a brace"),
        Text("a list", "[1,2]", "does not begin with a brace"),
        Text("a byte order mark", "\ufeff{" + Good + "}", "does not begin with a brace"),
        Text("no end", "{" + Good, "broken"),
        Text("a comma too many", "{" + Good + ",}", "broken"),
        Text("a value after the end", "{" + Good + "}{}", "broken"),
        Text("zeros after the end", "{" + Good + "}\0\0", "broken"),
        Text("a name twice", "{" + Good + "," + Good + "}", "comes twice"),
        Text("a name twice, once with an escape", "{" + Good + "," + Good.Replace("\"a\"", "\"\\u0061\"") + "}", "comes twice"),
        Text("a comment", "{/* x */" + Good + "}", "broken"),
        Text("single quotes", "{'a':{}}", "broken"),
        Text("half a surrogate pair", "{\"\\ud800\":{}}", "broken"),
        ("bytes that are no UTF-8", [5, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'"', 0xff, (byte)'"', (byte)'}'], "broken"),
        Text("deep lists", "{\"a\":" + new string('[', 1000) + "}", "deep"),
        Text("deep objects", "{" + string.Concat(Enumerable.Repeat("\"a\":{", 1000)) + "}", "deep"),
        Text("metadata as a text", "{\"__metadata__\":\"x\"," + Good + "}", "__metadata__"),
        Text("metadata with a number", "{\"__metadata__\":{\"n\":1}," + Good + "}", "__metadata__"),
        Text("metadata with a list", "{\"__metadata__\":{\"n\":[]}," + Good + "}", "__metadata__"),
        Text("metadata as nothing", "{\"__metadata__\":null," + Good + "}", "__metadata__"),
    ];

    private static IEnumerable<(string, byte[], string)> Entries =>
    [
        Entry("a number", "1", "dtype, shape and data_offsets"),
        Entry("nothing", "null", "dtype, shape and data_offsets"),
        Entry("a list", "[]", "dtype, shape and data_offsets"),
        Entry("an empty object", "{}", "dtype, shape and data_offsets"),
        Entry("no dtype", "{\"shape\":[2],\"data_offsets\":[0,8],\"x\":1}", "has no dtype"),
        Entry("no shape", "{\"dtype\":\"F32\",\"data_offsets\":[0,8],\"x\":1}", "has no shape"),
        Entry("no offsets", "{\"dtype\":\"F32\",\"shape\":[2],\"x\":1}", "has no data_offsets"),
        Entry("a fourth part", "{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"x\":1}", "dtype, shape and data_offsets"),
        Entry("an unknown type", Of("\"F128\"", "[2]", "[0,8]"), "which is not known"),
        Entry("a type in small letters", Of("\"f32\"", "[2]", "[0,8]"), "which is not known"),
        Entry("a type by number", Of("32", "[2]", "[0,8]"), "no dtype in words"),
        Entry("a type that drives a terminal", Of("\"\\u001b[31m\"", "[2]", "[0,8]"), "\\u001b"),
        Entry("a shape as a number", Of("\"F32\"", "2", "[0,8]"), "a list of whole numbers"),
        Entry("a negative size", Of("\"F32\"", "[-2]", "[0,8]"), "whole numbers from 0"),
        Entry("a size with a fraction", Of("\"F32\"", "[2.0]", "[0,8]"), "whole numbers from 0"),
        Entry("a size with an exponent", Of("\"F32\"", "[2e0]", "[0,8]"), "whole numbers from 0"),
        Entry("a size as a text", Of("\"F32\"", "[\"2\"]", "[0,8]"), "whole numbers from 0"),
        Entry("a size that is no number", Of("\"F32\"", "[NaN]", "[0,8]"), "whole numbers from 0"),
        Entry("a size beyond 64 bits", Of("\"F32\"", "[99999999999999999999]", "[0,8]"), "whole numbers from 0"),
        Entry("sizes that multiply beyond 64 bits", Of("\"F32\"", "[4294967296,4294967296]", "[0,8]"), "more elements than a disk holds"),
        Entry("sizes that wrap around to 8 bytes", Of("\"F32\"", "[2,4611686018427387905]", "[0,8]"), "whole numbers from 0"),
        Entry("sizes with a nothing that hides an overflow", Of("\"F32\"", "[9999999999,9999999999,0]", "[0,8]"), "but its data_offsets hold 8 bytes"),
        Entry("seventeen dimensions", Of("\"F32\"", "[2" + string.Concat(Enumerable.Repeat(",1", 16)) + "]", "[0,8]"), "17 dimensions"),
        Entry("bytes for another shape", Of("\"F32\"", "[3]", "[0,8]"), "but its data_offsets hold 8 bytes"),
        Entry("bytes for another type", Of("\"F16\"", "[2]", "[0,8]"), "but its data_offsets hold 8 bytes"),
        Entry("half a byte", Of("\"F4\"", "[17]", "[0,8]"), "but its data_offsets hold 8 bytes"),
        Entry("an end before the beginning", Of("\"F32\"", "[2]", "[8,0]"), "a beginning and an end after it"),
        Entry("one offset", Of("\"F32\"", "[2]", "[8]"), "a beginning and an end after it"),
        Entry("three offsets", Of("\"F32\"", "[2]", "[0,8,8]"), "a beginning and an end after it"),
        Entry("a negative offset", Of("\"F32\"", "[2]", "[-8,0]"), "whole numbers from 0"),
        Entry("offsets as texts", Of("\"F32\"", "[2]", "[\"0\",\"8\"]"), "whole numbers from 0"),
        Entry("offsets as an object", Of("\"F32\"", "[2]", "{\"begin\":0}"), "a list of whole numbers"),
        Text("a name of 300 characters", "{\"" + new string('n', 300) + "\":" + Of("\"F32\"", "[2]", "[0,8]") + "}", "300 characters"),
        Text("an empty name", "{\"\":" + Of("\"F32\"", "[2]", "[0,8]") + "}", "0 characters"),
    ];

    private static IEnumerable<(string, byte[], string)> Places =>
    [
        ("a file cut off", SafetensorsBuilder.Bytes("{" + Good + "}", 7), "it was cut off"),
        ("a byte too many", SafetensorsBuilder.Bytes("{" + Good + "}", 9), "more than the header says"),
        ("data without tensors", SafetensorsBuilder.Bytes("{}", 8), "more than the header says"),
        ("a hole at the beginning", SafetensorsBuilder.Bytes("{\"a\":" + Of("\"F32\"", "[2]", "[8,16]") + "}", 16), "leave a hole"),
        ("a hole between two", SafetensorsBuilder.Bytes("{" + Good + ",\"b\":" + Of("\"F32\"", "[2]", "[12,20]") + "}", 20), "leave a hole"),
        ("two in one place", SafetensorsBuilder.Bytes("{" + Good + ",\"b\":" + Of("\"F32\"", "[2]", "[0,8]") + "}", 8), "overlap"),
        ("two that overlap", SafetensorsBuilder.Bytes("{" + Good + ",\"b\":" + Of("\"F32\"", "[2]", "[4,12]") + "}", 12), "overlap"),
        ("an empty one inside another", SafetensorsBuilder.Bytes("{" + Good + ",\"b\":" + Of("\"F32\"", "[0]", "[4,4]") + "}", 8), "overlap"),
        ("a place beyond the disk", SafetensorsBuilder.Bytes("{\"a\":" + Of("\"F32\"", "[2]", "[900000000000000000,900000000000000008]") + "}", 8), "leave a hole"),
    ];

    private static string Of(string dtype, string shape, string offsets) => $"{{\"dtype\":{dtype},\"shape\":{shape},\"data_offsets\":{offsets}}}";

    private static (string, byte[], string) Entry(string name, string entry, string words) => Text("a tensor of " + name, "{\"a\":" + entry + "}", words);

    private static (string, byte[], string) Text(string name, string header, string words) => (name, SafetensorsBuilder.Bytes(header, 8), words);
}
