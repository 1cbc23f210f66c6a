using System.IO;
using Xunit;

namespace LlmSizing.Tests;

public sealed class ModuleLocatorTests(FixtureModule module) : IClassFixture<FixtureModule>
{
    [Fact]
    public void The_staged_module_is_found_from_any_depth_below_its_root()
    {
        var staged = Path.Combine(module.Scratch.FullName, "root", "out", "LlmSizing");
        var program = Path.Combine(module.Scratch.FullName, "root", "src", "Shell", "bin", "Debug");
        Directory.CreateDirectory(staged);
        Directory.CreateDirectory(program);
        var manifest = Path.Combine(staged, "LlmSizing.psd1");
        File.WriteAllText(manifest, "@{}");

        Assert.True(ModuleLocator.TryFind(null, program, out var found, out _));
        Assert.Equal(manifest, found);
    }

    [Fact]
    public void A_named_folder_or_manifest_goes_before_the_staged_one()
    {
        var manifest = Path.Combine(module.Folder, "Fixture.psd1");

        Assert.True(ModuleLocator.TryFind(module.Folder, "/", out var byFolder, out _));
        Assert.True(ModuleLocator.TryFind(module.Folder + Path.DirectorySeparatorChar, "/", out var bySlash, out _));
        Assert.True(ModuleLocator.TryFind(manifest, "/", out var byFile, out _));
        Assert.All([byFolder, bySlash, byFile], found => Assert.Equal(manifest, found));
    }

    [Fact]
    public void A_named_place_without_a_manifest_is_refused_and_not_replaced_by_another()
    {
        Assert.False(ModuleLocator.TryFind("/no/such/place", "/", out var manifest, out var problem));
        Assert.Empty(manifest);
        Assert.Contains("LLMSIZING_MODULE", problem);
        Assert.Contains("/no/such/place", problem);
    }

    [Fact]
    public void Nothing_staged_says_to_build()
    {
        Assert.False(ModuleLocator.TryFind(string.Empty, module.Scratch.FullName, out _, out var problem));
        Assert.Contains("dotnet build", problem);
    }
}
