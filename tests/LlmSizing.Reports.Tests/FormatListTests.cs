using System.Linq;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class FormatListTests
{
    [Fact]
    public void Every_format_class_is_in_the_list() => Assert.Equal(
        typeof(ReportFormat).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ReportFormat)) && !type.IsAbstract).Select(type => type.Name).Order(),
        ReportFormatList.All.Select(format => format.GetType().Name).Order());

    [Fact]
    public void The_formats_stand_in_the_order_that_commands_offer() =>
        Assert.Equal(["Text", "Markdown", "Json", "Csv", "JsonLines"], ReportFormatList.All.Select(format => format.Name));

    [Theory]
    [InlineData("text", "Text")]
    [InlineData("MARKDOWN", "Markdown")]
    [InlineData("Html", null)]
    [InlineData("", null)]
    public void A_format_is_found_by_its_name_whatever_the_case(string name, string? found) =>
        Assert.Equal(found, ReportFormatList.Find(name)?.Name);

    [Theory]
    [InlineData(".txt", "Text")]
    [InlineData(".MD", "Markdown")]
    [InlineData(".markdown", "Markdown")]
    [InlineData(".json", "Json")]
    [InlineData(".csv", "Csv")]
    [InlineData(".jsonl", "JsonLines")]
    [InlineData(".NDJSON", "JsonLines")]
    [InlineData("csv", null)]
    [InlineData(".html", null)]
    public void A_format_is_found_by_a_file_extension_with_its_dot(string extension, string? found) =>
        Assert.Equal(found, ReportFormatList.FindByExtension(extension)?.Name);
}
