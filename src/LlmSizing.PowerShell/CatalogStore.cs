using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>The module's catalogs: read at first use, once for the process, and the operator's on top of them.</summary>
internal static class CatalogStore
{
    /// <summary>Files or folders of the operator, separated as PATH is.</summary>
    internal const string PathVariable = "LLMSIZING_CATALOG_PATH";

    internal static CatalogLibrary Library { get; } = new(Path.Combine(IsolatedAssemblies.ModuleFolder, "catalogs"));

    /// <summary>Reads the operator's files: those of the environment first, so that those of the command override them.</summary>
    internal static Catalog Load(IEnumerable<string> commandPaths) => Library.Load(EnvironmentPaths().Concat(commandPaths).ToArray());

    internal static IEnumerable<string> EnvironmentPaths() => (Environment.GetEnvironmentVariable(PathVariable) ?? "")
        .Split([Path.PathSeparator], StringSplitOptions.RemoveEmptyEntries)
        .Select(Path.GetFullPath);

    /// <summary>The texts of the session's language.</summary>
    internal static Texts TextsFor(PSCmdlet command) => TextsFor(command.SessionState);

    /// <summary>The texts of the session's language.</summary>
    internal static Texts TextsFor(SessionState session) => Library.GetTexts(CultureOf(session));

    /// <summary>The culture asked for, else the session's ($PSUICulture); null, which is en-US, where the session's has no texts.</summary>
    /// <exception cref="PipelineStoppedException">There are no texts for the culture asked for.</exception>
    internal static string? CultureOf(PSCmdlet command, string? asked)
    {
        if (asked is null)
        {
            return CultureOf(command.SessionState);
        }
        string? culture = Match(asked);
        if (culture is null)
        {
            command.ThrowTerminatingError(Errors.CultureNotFound(asked, Library.Cultures));
        }
        return culture;
    }

    private static string? CultureOf(SessionState session) => Match(session.PSVariable.GetValue("PSUICulture") as string ?? "");

    // The culture itself, else another of the same language: pt-PT is served by pt-BR.
    private static string? Match(string culture) =>
        Library.Cultures.FirstOrDefault(known => string.Equals(known, culture, StringComparison.OrdinalIgnoreCase))
        ?? Library.Cultures.FirstOrDefault(known => string.Equals(Language(known), Language(culture), StringComparison.OrdinalIgnoreCase));

    private static string Language(string culture) => culture.Split('-')[0];
}
