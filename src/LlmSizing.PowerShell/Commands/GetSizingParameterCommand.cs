using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>The dictionary: what each parameter is, where it comes from, why it matters and what people get wrong.</summary>
[Cmdlet(VerbsCommon.Get, "SizingParameter")]
[OutputType(typeof(SizingParameter))]
public sealed class GetSizingParameterCommand : PSCmdlet
{
    /// <summary>Names or wildcards; all when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ParameterNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <summary>The language; that of the session when left out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CultureCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Culture { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IReadOnlyList<SizingParameter> all = CatalogStore.Library.GetParameters(CatalogStore.CultureOf(this, Culture));
        foreach (string name in Name)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            SizingParameter[] matches = all.Where(parameter => pattern.IsMatch(parameter.Name)).ToArray();
            if (matches.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(Errors.ParameterNotFound(name, all.Select(parameter => parameter.Name)));
            }
            WriteObject(matches, enumerateCollection: true);
        }
    }
}
