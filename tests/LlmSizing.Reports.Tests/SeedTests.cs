using System;
using System.Globalization;
using System.IO;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class SeedTests
{
    [Theory]
    [InlineData("")]
    [InlineData("en-US")]
    [InlineData("pt-BR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void The_text_report_is_the_seed_byte_for_byte_whatever_the_thread_s_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
        try
        {
            Assert.Equal(Stored("report.pt-BR.txt"), Sample.Write("Text", "pt-BR", Sample.Request()));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void The_text_report_in_English_is_the_one_that_was_read_and_stored() =>
        Assert.Equal(Stored("report.en-US.txt"), Sample.Write("Text", "en-US", Sample.Request()));

    private static string Stored(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Seed", name));
}
