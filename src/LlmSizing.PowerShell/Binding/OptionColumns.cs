using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A row of a comparison with a property for each option, so that a table, a filter and Export-Csv have the options as columns.</summary>
internal static class OptionColumns
{
    internal static PSObject Of(ComparisonRow row)
    {
        var wide = new PSObject();
        wide.TypeNames.Insert(0, typeof(ComparisonRow).FullName);
        wide.Properties.Add(new PSNoteProperty(nameof(row.Metric), row.Metric));
        foreach (ComparisonCell cell in row.Options)
        {
            wide.Properties.Add(new PSNoteProperty(cell.Option, cell));
        }
        return wide;
    }
}
