using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>From what a person writes as -Path to the full path of one file.</summary>
internal static class ReportPath
{
    /// <exception cref="PipelineStoppedException">The path is not one file on a file-system drive; a terminating error says why.</exception>
    internal static string Resolve(PSCmdlet command, string path, bool literal)
    {
        if (!literal && WildcardPattern.ContainsWildcardCharacters(path))
        {
            return ResolveWildcard(command, path);
        }
        string unescaped = literal ? path : WildcardPattern.Unescape(path);
        string resolved = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(unescaped, out ProviderInfo provider, out PSDriveInfo _);
        if (provider.Name != "FileSystem")
        {
            command.ThrowTerminatingError(Errors.PathNotUsable(path, $"it is on the provider {provider.Name}."));
        }
        if (resolved.IndexOfAny(Path.GetInvalidPathChars()) >= 0 || Path.GetFileName(resolved).IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
        {
            command.ThrowTerminatingError(Errors.PathNotUsable(path, "a file's name cannot have one of these characters."));
        }
        if (Directory.Exists(resolved))
        {
            command.ThrowTerminatingError(Errors.PathNotUsable(path, "it is a folder."));
        }
        return resolved;
    }

    private static string ResolveWildcard(PSCmdlet command, string path)
    {
        Collection<string> matches = command.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
        if (provider.Name != "FileSystem" || matches.Count != 1 || !File.Exists(matches[0]))
        {
            command.ThrowTerminatingError(Errors.PathNotUsable(path, $"the wildcard names {matches.Count} files, not one."));
        }
        return matches[0];
    }
}
