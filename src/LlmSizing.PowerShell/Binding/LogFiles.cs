using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>The files that paths name, as they stand where there is such a file, else by wildcard; a path that names none is an error, and the others are read.</summary>
internal static class LogFiles
{
    public static IReadOnlyList<string> Resolve(PSCmdlet command, IEnumerable<string> paths) => Resolve(command, paths, Errors.LogNotRead);

    public static IReadOnlyList<string> Resolve(PSCmdlet command, IEnumerable<string> paths, Func<string, Exception, ErrorRecord> notRead)
    {
        var files = new List<string>();
        foreach (string path in paths)
        {
            try
            {
                // What Get-ChildItem hands over is a name, brackets or not.
                string asWritten = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out PSDriveInfo _);
                if (provider.Name != "FileSystem")
                {
                    command.WriteError(notRead(path, new PSNotSupportedException($"it is a path of {provider.Name}, not of the file system.")));
                    continue;
                }
                Collection<string> found = System.IO.File.Exists(asWritten) ? [asWritten] : command.GetResolvedProviderPathFromPSPath(path, out provider);
                if (found.Count == 0)
                {
                    command.WriteError(notRead(path, new ItemNotFoundException("no file matches it.")));
                }
                files.AddRange(found);
            }
            catch (ItemNotFoundException error)
            {
                command.WriteError(notRead(path, error));
            }
            catch (DriveNotFoundException error)
            {
                command.WriteError(notRead(path, error));
            }
        }
        return files;
    }
}
