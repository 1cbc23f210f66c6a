using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>From what a person writes as -Path or -LiteralPath to full paths; what names nothing is an error each.</summary>
internal static class InputPath
{
    internal static IEnumerable<string> Resolve(PSCmdlet command, IEnumerable<string> paths, IEnumerable<string> literalPaths) =>
        paths.SelectMany(path => Resolve(command, path, WildcardPattern.ContainsWildcardCharacters(path)))
            .Concat(literalPaths.SelectMany(path => Resolve(command, path, false)));

    private static Collection<string> Resolve(PSCmdlet command, string path, bool isWildcard)
    {
        try
        {
            ProviderInfo provider;
            Collection<string> found = isWildcard
                ? command.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out provider)
                : [command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out PSDriveInfo _)];
            if (provider.Name == "FileSystem" && found.Count > 0)
            {
                return found;
            }
            command.WriteError(Errors.NothingToRead(path, provider.Name == "FileSystem" ? "no file or folder matches it." : $"it is on the provider {provider.Name}."));
        }
        catch (System.Exception error) when (error is ItemNotFoundException or DriveNotFoundException or ProviderNotFoundException)
        {
            command.WriteError(Errors.NothingToRead(path, error.Message));
        }
        return [];
    }
}
