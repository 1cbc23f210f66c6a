using System.Collections.Generic;
using System.Globalization;
using Xunit;

namespace LlmSizing.Tests;

public sealed class CultureTests(FixtureModule module) : IClassFixture<FixtureModule>
{
    private const string Pipeline = """ "【ç】 ─"; "a`nb"; Get-Thing é 1 """;

    public static TheoryData<string, string?, string?> Locales => new()
    {
        { "LANG", string.Empty, null },
        { "LANG", "C", null },
        { "LANG", "en_US.UTF-8", null },
        { "LANG", "pt_BR.UTF-8", null },
        { "LANG", "de_DE.ISO-8859-1", null },
        { "LANG", "pt_BR.UTF-8", "1" },
        { "LC_ALL", "tr_TR.UTF-8", null },
    };

    [Theory]
    [MemberData(nameof(Locales))]
    public void The_bytes_are_the_same_in_every_locale(string variable, string? value, string? invariant)
    {
        var shell = new ShellProcess(module, Pipeline);
        shell.Environment[variable] = value;
        shell.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = invariant;
        var result = shell.Run();

        Assert.Equal(string.Empty, result.Error);
        Assert.Equal("【ç】 ─\na\nb\n\nTHE NAME       NO\n--------       --\né               1\n\n", result.Text);
    }

    [SkippableFact]
    public void The_engine_gets_the_locale_as_its_culture()
    {
        Skip.If(IsInvariant(), "Globalization is invariant here: there is one culture.");
        var shell = new ShellProcess(module, "$PSUICulture; $PSCulture");
        shell.Environment["LANG"] = "pt_BR.UTF-8";
        shell.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = null;

        Assert.Equal("pt-BR\npt-BR\n", shell.Run().Text);
    }

    [Fact]
    public void Invariant_globalization_leaves_the_culture_empty_and_everything_running()
    {
        var shell = new ShellProcess(module, "\"[$PSUICulture]\"; 1.5");
        shell.Environment["LANG"] = "pt_BR.UTF-8";
        shell.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        var result = shell.Run();

        Assert.Equal("[]\n1.5\n", result.Text);
        Assert.Equal(0, result.ExitCode);
    }

    private static bool IsInvariant()
    {
        try
        {
            return new CultureInfo("pt-BR").NumberFormat.NumberDecimalSeparator != ",";
        }
        catch (CultureNotFoundException)
        {
            return true;
        }
    }
}
