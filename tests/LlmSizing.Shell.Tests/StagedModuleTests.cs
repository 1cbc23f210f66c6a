using System;
using System.IO;
using Xunit;

namespace LlmSizing.Tests;

/// <summary>The README's first command, by the module that the build staged.</summary>
public sealed class StagedModuleTests
{
    private const string FirstCommand =
        "Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Storage profile_default -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8 "
        + "| Format-SizingReport -Culture pt-BR";

    [Theory]
    [InlineData("C", null)]
    [InlineData("en_US.UTF-8", null)]
    [InlineData("pt_BR.UTF-8", null)]
    [InlineData("de_DE.ISO-8859-1", null)]
    [InlineData("pt_BR.UTF-8", "1")]
    public void The_first_command_prints_the_seed_report_byte_for_byte(string locale, string? invariant)
    {
        var shell = new ShellProcess(null, FirstCommand);
        shell.Environment["LANG"] = locale;
        shell.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = invariant;
        var result = shell.Run();

        Assert.Equal(string.Empty, result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal((byte)'\n', result.Output[^1]);
        Assert.Equal(File.ReadAllBytes(Seed()), result.Output[..^1]);
    }

    private static string Seed()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "tests", "LlmSizing.Reports.Tests", "Seed", "report.pt-BR.txt");
            if (File.Exists(path)) return path;
        }

        throw new FileNotFoundException("The seed report is not in tests/LlmSizing.Reports.Tests/Seed.");
    }
}
