using System;
using System.IO;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Writes the file of an Export- cmdlet: whole, or not at all and with an error that ends the pipeline.</summary>
internal static class WholeFile
{
    /// <param name="command">The cmdlet.</param>
    /// <param name="path">The full path.</param>
    /// <param name="force">Replaces a read-only file too.</param>
    /// <param name="noClobber">Leaves an existing file alone.</param>
    /// <param name="passThru">Writes the file's <see cref="FileInfo"/> to the pipeline.</param>
    /// <param name="write">Writes the text.</param>
    internal static void Write(PSCmdlet command, string path, bool force, bool noClobber, bool passThru, Action<TextWriter> write)
    {
        if (File.Exists(path) && noClobber)
        {
            command.ThrowTerminatingError(Errors.FileExists(path));
        }
        if (File.Exists(path) && !force && (File.GetAttributes(path) & FileAttributes.ReadOnly) != 0)
        {
            command.ThrowTerminatingError(Errors.FileIsReadOnly(path));
        }
        try
        {
            AtomicFile.Write(path, overwrite: !noClobber, write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            command.ThrowTerminatingError(Errors.FileNotWritten(path, error));
        }
        if (passThru)
        {
            command.WriteObject(new FileInfo(path));
        }
    }
}
