using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Safetensors;

public class HeaderTests
{
    public static TheoryData<string> Hostile => [.. HostileHeaders.All.Select(file => file.Name)];

    [Fact]
    public void There_are_sixty_broken_files_or_more() => Assert.InRange(HostileHeaders.All.Count, 60, int.MaxValue);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_broken_file_is_refused_with_the_reason(string name)
    {
        (_, byte[] bytes, string words) = HostileHeaders.All.Single(file => file.Name == name);
        using var folder = new TempFolder();
        string path = folder.Write("model.safetensors", bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ImportException refused = Assert.Throws<ImportException>(() => SafetensorsHeader.Read(path));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.Message, char.IsControl);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void Tensors_come_with_type_shape_parameters_and_bytes()
    {
        using var folder = new TempFolder();
        string path = folder.PathOf("m.safetensors");
        new SafetensorsBuilder().Add("a", "BF16", 3, 4).Add("b", "F32").Add("c", "F4", 8).Add("none", "U8", 0, 7).Write(path);
        SafetensorsHeader header = SafetensorsHeader.Read(path);
        Assert.Equal(["a BF16 [3, 4]", "b F32 []", "c F4 [8]", "none U8 [0, 7]"], header.Tensors.Select(tensor => tensor.ToString()));
        Assert.Equal([12L, 1, 8, 0], header.Tensors.Select(tensor => tensor.Elements));
        Assert.Equal([24L, 4, 4, 0], header.Tensors.Select(tensor => tensor.Bytes));
        Assert.Equal(32, header.Bytes);
    }

    [Fact]
    public void Tensors_may_stand_in_another_order_than_their_bytes_and_blanks_may_follow()
    {
        using var folder = new TempFolder();
        const string Header = "{\"__metadata__\":{\"format\":\"pt\"},\"b\":{\"shape\":[2],\"data_offsets\":[4,6],\"dtype\":\"U8\"},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}   ";
        Assert.Equal(["b", "a"], SafetensorsHeader.Read(folder.Write("m.safetensors", SafetensorsBuilder.Bytes(Header, 6))).Tensors.Select(tensor => tensor.Name));
    }

    [Fact]
    public void A_file_of_400_GB_costs_its_header()
    {
        using var folder = new TempFolder();
        string path = folder.PathOf("m.safetensors");
        new SafetensorsBuilder().Add("a", "BF16", 200_000, 1_000_000).Write(path);
        var watch = Stopwatch.StartNew();
        Assert.Equal(400_000_000_000, SafetensorsHeader.Read(path).Bytes);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 1000);
    }

    [Fact]
    public void The_largest_header_stays_below_200_MB()
    {
        // 100,001 tensors of nothing with the longest names: refused by their number, after the whole header was read.
        var header = new StringBuilder("{");
        for (int i = 0; i <= 100_000; i++)
        {
            header.Append(i == 0 ? "\"" : ",\"").Append('n', 240).Append(i).Append("\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}");
        }
        using var folder = new TempFolder();
        string path = folder.Write("m.safetensors", SafetensorsBuilder.Bytes(header.Append('}').ToString()));
        header.Clear();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("100000 are the most", Assert.Throws<ImportException>(() => SafetensorsHeader.Read(path)).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    [Fact]
    public void A_header_of_nothing_but_numbers_is_refused_before_memory_is_taken_for_it()
    {
        using var folder = new TempFolder();
        string path = folder.Write("m.safetensors", SafetensorsBuilder.Bytes("{\"a\":[" + string.Concat(Enumerable.Repeat("0,", 5_000_000)) + "0]}"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("more than 1250000 keys and values", Assert.Throws<ImportException>(() => SafetensorsHeader.Read(path)).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    [Fact]
    public void There_is_no_such_file() => Assert.Throws<ImportException>(() => SafetensorsHeader.Read(Path.Combine(Path.GetTempPath(), "there-is-none.safetensors")));
}
