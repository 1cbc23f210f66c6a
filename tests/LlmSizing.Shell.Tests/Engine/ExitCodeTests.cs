using System;
using Xunit;

namespace LlmSizing.Tests;

public sealed class ExitCodeTests(FixtureModule module) : IClassFixture<FixtureModule>
{
    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("", 0)]
    [InlineData("Get-Bad; 'after'", 1)]
    [InlineData("Get-Bad -Terminate", 1)]
    [InlineData("throw 'boom'", 1)]
    [InlineData("No-SuchCommand", 1)]
    [InlineData("Get-Bad -ErrorAction SilentlyContinue", 0)]
    [InlineData("Get-Bad 2>$null", 0)]
    [InlineData("try { Get-Bad -Terminate } catch { 'caught' }", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("'before'; exit 3; 'never'", 3)]
    [InlineData("Get-Bad; exit 0", 0)]
    [InlineData("Get-Bad; exit 9", 9)]
    [InlineData("if (", 2)]
    public void The_exit_code_tells_how_the_pipeline_ended(string pipeline, int exitCode) =>
        Assert.Equal(exitCode, ShellProcess.Run(module, pipeline).ExitCode);

    [Fact]
    public void Errors_name_the_failing_command_the_place_what_to_do_and_the_id()
    {
        var result = ShellProcess.Run(module, "'one'; Get-Bad -Name x; 'two'");

        Assert.Equal("one\ntwo\n", result.Text);
        Assert.Equal(
            """
            Get-Bad: There is no thing 'x'. Did you mean 'good'?
              At line:1 char:8
              + 'one'; Get-Bad -Name x; 'two'
              +        ~~~~~~~~~~~~~~~
              What to do: Get-Thing lists them.
              Error id: ThingNotFound,Get-Bad

            """.ReplaceLineEndings("\n"),
            result.Error);
    }

    [Fact]
    public void A_cmdlet_that_only_pwsh_has_is_explained()
    {
        var error = ShellProcess.Run(module, "Get-Thing a | Export-Csv x.csv").Error;

        Assert.Contains("'Export-Csv'", error);
        Assert.Contains("come with pwsh", error);
    }

    [Fact]
    public void What_does_not_parse_is_shown_with_its_place_and_nothing_of_it_runs()
    {
        var result = ShellProcess.Run(module, "'printed?'\nGet-Thing (\n)\n'}");

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("The pipeline does not parse; nothing was run.\n  line 2, column 12: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("\n  + Get-Thing (\n  +            ~\n", result.Error);
        Assert.Contains("line 4, column 1: ", result.Error);
    }

    [Fact]
    public void A_wrong_command_line_is_told_from_a_failed_pipeline()
    {
        var result = new ShellProcess(module, "-Fiel", "x.ps1").Run();

        Assert.Equal(64, result.ExitCode);
        Assert.Contains("'-Fiel'", result.Error);
        Assert.Contains("--help", result.Error);
    }

    [Fact]
    public void A_missing_module_says_which_variable_or_build_to_mend()
    {
        var shell = new ShellProcess(null, "1");
        shell.Environment["LLMSIZING_MODULE"] = "/no/such/module";
        var result = shell.Run();

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("LLMSIZING_MODULE names '/no/such/module'", result.Error);
        Assert.Contains("dotnet build", result.Error);
    }

    [Fact]
    public void A_module_that_does_not_import_is_an_error_with_its_reason()
    {
        var shell = new ShellProcess(null, "'never'");
        shell.Environment["LLMSIZING_MODULE"] = module.WriteFile("Broken.psd1", "@{ RootModule = 'Missing.psm1'; ModuleVersion = '1.0' }");
        var result = shell.Run();

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("Missing.psm1", result.Error);
    }
}
