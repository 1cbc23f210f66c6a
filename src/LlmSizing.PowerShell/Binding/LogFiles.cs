using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>The files that paths name; a path that names none is an error, and the others are read.</summary>
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
                Collection<string> found = command.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
                if (provider.Name == "FileSystem")
                {
                    files.AddRange(found);
                }
                else
                {
                    command.WriteError(notRead(path, new PSNotSupportedException($"it is a path of {provider.Name}, not of the file system.")));
                }
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
