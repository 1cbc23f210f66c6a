using System.Globalization;
using System.Linq;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class CultureTests
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("pt-BR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Every_format_writes_the_same_characters_in_every_culture(string culture)
    {
        string[] invariant = WriteAll("");
        Assert.Equal(invariant, WriteAll(culture));
    }

    private static string[] WriteAll(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
        try
        {
            return [.. ReportFormatList.All.Select(format => Sample.Write(format.Name, "en-US", Cases.All))];
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }
}
