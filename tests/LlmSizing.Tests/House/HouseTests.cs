using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace LlmSizing.Tests.House;

public class HouseTests
{
    public static TheoryData<string> Shipped => ["LlmSizing", "LlmSizing.Catalogs", "LlmSizing.Reports", "LlmSizing.PowerShell"];

    [Theory]
    [InlineData("LlmSizing", "netstandard")]
    [InlineData("LlmSizing.Catalogs", "netstandard", "LlmSizing", "YamlDotNet")]
    [InlineData("LlmSizing.Reports", "netstandard", "LlmSizing")]
    [InlineData("LlmSizing.PowerShell", "netstandard", "System.Management.Automation", "LlmSizing", "LlmSizing.Catalogs", "LlmSizing.Reports")]
    public void The_arrows_point_one_way(string name, params string[] allowed)
    {
        using var assembly = new BuiltAssembly(name);
        Assert.Empty(assembly.References.Except(allowed));
        Assert.Contains("netstandard", assembly.References);
    }

    // The engine reads the cmdlets' types before the module can say where its isolated assemblies are.
    [Fact]
    public void No_type_of_the_cmdlets_needs_an_isolated_assembly_to_be_laid_out()
    {
        using var cmdlets = new BuiltAssembly("LlmSizing.PowerShell");
        using var catalogs = new BuiltAssembly("LlmSizing.Catalogs");
        Assert.DoesNotContain("LlmSizing.Catalogs", cmdlets.BaseTypeAssemblies);
        Assert.Contains("System.Management.Automation", cmdlets.BaseTypeAssemblies);
        Assert.Empty(catalogs.PublicStructs);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void There_are_two_namespaces(string name)
    {
        using var assembly = new BuiltAssembly(name);
        // The compiler embeds its own attributes in the other two.
        Assert.Empty(assembly.Namespaces.Except(["LlmSizing", "LlmSizing.Commands", "Microsoft.CodeAnalysis", "System.Runtime.CompilerServices"]));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Nothing_static_can_change(string name)
    {
        using var assembly = new BuiltAssembly(name);
        Assert.Empty(assembly.MutableStatics);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_public_type_is_documented(string name)
    {
        using var assembly = new BuiltAssembly(name);
        HashSet<string> documented = [.. XDocument.Load(Path.ChangeExtension(assembly.Path, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is { Value.Length: > 10 })
            .Select(member => member.Attribute("name")!.Value)];
        Assert.DoesNotContain(assembly.PublicTypes, type => !documented.Contains("T:" + type));
    }

    [Theory]
    [InlineData("LlmSizing")]
    [InlineData("LlmSizing.Catalogs")]
    [InlineData("LlmSizing.Reports")]
    public void An_operator_cannot_change_what_was_written_out(string name)
    {
        using var assembly = new BuiltAssembly(name);
        Assert.Empty(assembly.PublicSetters);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void No_source_asks_for_the_threads_culture(string name)
    {
        var forbidden = new Regex(@"\bCurrent(UI)?Culture\b");
        Assert.DoesNotContain(Sources(name), source => forbidden.IsMatch(File.ReadAllText(source)));
    }

    [Fact]
    public void The_pure_library_touches_no_file_no_console_no_clock_and_no_chance()
    {
        var forbidden = new Regex(@"\bSystem\.(IO|Reflection|Threading|Diagnostics)\b|\b(Console|Environment|DateTime|DateTimeOffset|Random|Guid)\.");
        Assert.NotEmpty(Sources("LlmSizing"));
        Assert.DoesNotContain(Sources("LlmSizing"), source => forbidden.IsMatch(File.ReadAllText(source)));
    }

    [Fact]
    public void Files_stay_short()
    {
        string[] sources = [.. Directory.EnumerateDirectories(RepositoryRoot.PathOf("src")).SelectMany(folder => Sources(Path.GetFileName(folder)))];
        int[] lengths = [.. sources.Select(source => File.ReadAllLines(source).Length).Order()];
        Assert.True(lengths[lengths.Length / 2] < 80, $"The median file has {lengths[lengths.Length / 2]} lines.");
        Assert.DoesNotContain(sources, source => File.ReadAllLines(source).Length > 300);
    }

    [Fact]
    public void No_source_opens_a_namespace_that_hides_the_type_PowerShell()
    {
        var forbidden = new Regex(@"namespace\s+LlmSizing\.PowerShell\b");
        IEnumerable<string> sources = new[] { "src", "tests" }.SelectMany(folder =>
            Directory.EnumerateFiles(RepositoryRoot.PathOf(folder), "*.cs", SearchOption.AllDirectories)).Where(IsWritten);
        Assert.DoesNotContain(sources, source => forbidden.IsMatch(File.ReadAllText(source)));
    }

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(RepositoryRoot.PathOf("src", project), "*.cs", SearchOption.AllDirectories).Where(IsWritten);

    private static bool IsWritten(string path) =>
        !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
