using System;
using System.IO;
using System.Text;
using Xunit;

namespace LlmSizing.Tests;

public sealed class PipelineTests(FixtureModule module) : IClassFixture<FixtureModule>
{
    [Fact]
    public void Objects_come_out_in_the_modules_own_view_and_strings_between_them_as_they_are()
    {
        var result = ShellProcess.Run(module, "Get-Thing -Name abc; 'a string'; Get-Thing x 1");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.Equal(
            "\nTHE NAME       NO\n--------       --\nabc             1\nabc             2\n\na string\n\nTHE NAME       NO\n--------       --\nx               1\n\n",
            result.Text);
    }

    [Fact]
    public void Strings_are_byte_exact_however_long_and_whatever_they_hold()
    {
        var result = ShellProcess.Run(
            module,
            """$wide = [char]0x3010 + 'x' * 2000 + [char]0x3011; $wide; "a`nb`r`nc  "; ''; "ç ─│└ 🚀`t."; "two`n`n" """);

        var expected = "【" + new string('x', 2000) + "】\na\nb\r\nc  \n\nç ─│└ 🚀\t.\ntwo\n\n\n";
        Assert.Equal(Encoding.UTF8.GetBytes(expected), result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void Numbers_and_booleans_are_written_one_a_line_and_null_is_not_written()
    {
        Assert.Equal("42\n1.5\nTrue\nA\n", ShellProcess.Run(module, "42; 1.5; $true; $null; [char]65").Text);
    }

    [Fact]
    public void A_documented_line_that_imports_the_module_by_path_or_name_runs_here_too()
    {
        var result = ShellProcess.Run(module, "Import-Module ./Fixture; Import-Module Fixture; Get-Thing a 1 | ForEach-Object Name");

        Assert.Equal(string.Empty, result.Error);
        Assert.Equal("a\n", result.Text);
    }

    [Fact]
    public void A_module_in_a_folder_with_brackets_and_blanks_is_imported()
    {
        var folder = Directory.CreateDirectory(Path.Combine(module.Scratch.FullName, "a [b] c", "Fixture")).FullName;
        foreach (var file in Directory.GetFiles(module.Folder)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var shell = new ShellProcess(module, "Get-Thing a 1 | ForEach-Object Name");
        shell.Environment["LLMSIZING_MODULE"] = folder;
        var result = shell.Run();

        Assert.Equal(string.Empty, result.Error);
        Assert.Equal("a\n", result.Text);
    }

    [Fact]
    public void No_escape_sequence_reaches_a_redirected_output()
    {
        var result = ShellProcess.Run(
            module,
            """ "`e[31mred`e[0m `e]8;;http://x`e\link`e]8;;`e\ `e[2J`e(B"; $Host.UI.WriteLine('Red', 'Black', 'host'); $PSStyle.OutputRendering; Get-Thing "`e[1mb" 1; Get-Bad "`e[31mn" """);

        Assert.DoesNotContain('\u001b', result.Text);
        Assert.DoesNotContain('\u001b', result.Error);
        Assert.StartsWith("red link \nhost\nPlainText\n", result.Text, StringComparison.Ordinal);
        Assert.Contains("There is no thing 'n'.", result.Error);
    }

    [Fact]
    public void Warnings_and_details_go_to_standard_error_and_progress_nowhere_without_a_terminal()
    {
        var result = ShellProcess.Run(module, "$global:DebugPreference = 'Continue'; Write-Stream -Verbose");

        Assert.Equal("data\n", result.Text);
        Assert.Equal("WARNING: a warning\nVERBOSE: a detail\nDEBUG: a trace\n", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void Native_commands_pass_their_streams_and_their_failure()
    {
        if (OperatingSystem.IsWindows()) return;
        var result = ShellProcess.Run(module, "sh -c 'echo out; echo note >&2'");
        Assert.Equal(("out\n", "note\n", 0), (result.Text, result.Error, result.ExitCode));

        Assert.Equal(1, ShellProcess.Run(module, "sh -c 'exit 3'").ExitCode);
        Assert.Equal(0, ShellProcess.Run(module, "sh -c 'exit 3'; 'after'").ExitCode);
        Assert.Equal("<a>\n<b>\n", ShellProcess.Run(module, "sh -c 'echo a; echo b' | ForEach-Object { \"<$_>\" }").Text);
    }

    [Fact]
    public void The_version_and_the_usage_need_no_module()
    {
        var version = new ShellProcess(null, "--version").Run();
        Assert.Matches(@"^LlmSizing \d+\.\d+\.\d+\S*, PowerShell engine 7\.\d+\.\d+, \.NET 10\.\S+\n$", version.Text);

        var help = new ShellProcess(null, "--help").Run();
        Assert.Contains("-File script.ps1", help.Text);
        Assert.Equal(0, help.ExitCode);
    }
}
