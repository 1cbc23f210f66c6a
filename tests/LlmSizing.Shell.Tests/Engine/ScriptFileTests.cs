using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests;

public sealed class ScriptFileTests(FixtureModule module) : IClassFixture<FixtureModule>
{
    private const string Script = """
        param([string] $Name, [switch] $Fast, [int] $Count = 1, [string[]] $Rest)
        "name=$Name fast=$Fast count=$Count rest=$Rest here=$($PSScriptRoot.Length -gt 0) imported=$((Get-Thing t 1).Name)"
        if ($Name -eq 'leave') { exit 7 }
        """;

    [Theory]
    [InlineData("name=a fast=False count=1", "a")]
    [InlineData("name=a fast=True count=3", "a", "-Fast", "-Count", "3")]
    [InlineData("name=b fast=False count=1", "-Fast:$false", "-Name:b")]
    [InlineData("name=$(exit 9) fast=False count=-5", "-Count", "-5", "$(exit 9)")]
    [InlineData("name=it's ; exit 4 fast=False count=1", "it's ; exit 4")]
    public void Arguments_bind_by_name_position_and_switch(string expected, params string[] arguments)
    {
        var path = module.WriteFile("bind it's.ps1", Script);
        var result = new ShellProcess(module, ["-File", path, .. arguments]).Run();

        Assert.Equal(string.Empty, result.Error);
        Assert.Equal(expected + " rest= here=True imported=t\n", result.Text);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void A_relative_path_is_the_callers_and_exit_in_a_script_is_the_exit_code()
    {
        module.WriteFile("leave.ps1", Script);

        Assert.Equal(7, new ShellProcess(module, "-File", "leave.ps1", "leave").Run().ExitCode);
        Assert.Equal(8, new ShellProcess(module, "-File", Write("late.ps1", "Get-Bad; exit 8")).Run().ExitCode);
        Assert.Equal(1, new ShellProcess(module, "-File", Write("bad.ps1", "Get-Bad; 'after'")).Run().ExitCode);
        Assert.Equal(1, new ShellProcess(module, "-File", Write("throw.ps1", "throw 'boom'")).Run().ExitCode);
    }

    [Fact]
    public void A_value_of_the_wrong_type_is_an_error_that_names_the_parameter()
    {
        var result = new ShellProcess(module, "-File", Write("typed.ps1", Script), "-Count", "many").Run();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("'Count'", result.Error);
        Assert.Contains("many", result.Error);
    }

    [Fact]
    public void A_script_that_does_not_parse_is_told_with_file_line_and_column()
    {
        var result = new ShellProcess(module, "-File", Write("broken.ps1", "'x'\nif (")).Run();

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("broken.ps1", result.Error);
        Assert.Contains("line 2, column 5", result.Error);
    }

    [Fact]
    public void A_script_that_is_not_there_is_told_before_anything_starts()
    {
        var result = new ShellProcess(module, "-File", "none.ps1").Run();

        Assert.Equal(64, result.ExitCode);
        Assert.Contains("none.ps1", result.Error);
        Assert.Equal(64, new ShellProcess(module, "-File", Write("text.txt", "1")).Run().ExitCode);
    }

    [Theory]
    [InlineData("-")]
    [InlineData]
    [InlineData("-File", "-")]
    public void Standard_input_is_a_script(params string[] arguments)
    {
        var shell = new ShellProcess(module, arguments) { StandardInput = "\uFEFFfunction f {\n  param($x)\n  \"ç $x\"\n}\nf 【1】\nexit 5\n" };
        var result = shell.Run();

        Assert.Equal(string.Empty, result.Error);
        Assert.Equal("ç 【1】\n", result.Text);
        Assert.Equal(5, result.ExitCode);
    }

    [Fact]
    public void A_broken_script_on_standard_input_is_not_run_by_halves()
    {
        var result = new ShellProcess(module, "-") { StandardInput = "'first'\n'open" }.Run();

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("standard input", result.Error);
        Assert.Equal(0, new ShellProcess(module, "-") { StandardInput = string.Empty }.Run().ExitCode);
    }

    private string Write(string name, string text) => module.WriteFile(name, text);
}
