using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace LlmSizing.Catalogs.Tests.Safetensors;

/// <summary>Makes safetensors files: headers that are right, or the bytes of any header. The data behind it is a hole of the disk.</summary>
internal sealed class SafetensorsBuilder
{
    private readonly StringBuilder json = new();
    private long end;

    public IReadOnlyList<string> Names => names;

    private readonly List<string> names = [];

    public long DataBytes => end;

    public SafetensorsBuilder Add(string name, string dtype, params long[] shape)
    {
        long bits = shape.Aggregate((long)SafetensorsDtype.Find(dtype)!.Bits, (product, size) => product * size);
        json.Append(json.Length == 0 ? "" : ",").Append(System.Globalization.CultureInfo.InvariantCulture, $"\"{name}\":{{\"dtype\":\"{dtype}\",\"shape\":[{string.Join(",", shape)}],\"data_offsets\":[{end},{end + (bits / 8)}]}}");
        end += bits / 8;
        names.Add(name);
        return this;
    }

    public string Header => "{" + json + "}";

    public void Write(string path) => Write(path, Encoding.UTF8.GetBytes(Header), end);

    public static byte[] Bytes(string header, long data = 0, ulong? length = null)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes(length ?? (ulong)text.Length), .. text, .. new byte[data]];
    }

    private static void Write(string path, byte[] header, long data)
    {
        using FileStream file = File.Create(path);
        file.Write(BitConverter.GetBytes((ulong)header.Length));
        file.Write(header);
        file.SetLength(8 + header.Length + data);
    }
}
