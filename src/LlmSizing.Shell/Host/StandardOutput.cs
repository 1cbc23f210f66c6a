using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace LlmSizing;

/// <summary>Opens standard output so that a reader that went away is noticed.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32;

    /// <summary>
    /// The console's own stream drops what a closed pipe refuses, so an endless pipeline would never end under <c>| head</c>;
    /// a file stream reports it. A seekable target keeps the console's stream: a file stream writes at a position of its
    /// own there, over what another process or standard error appended.
    /// </summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        var file = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (!file.CanSeek) return file;
        file.Dispose();
        return Console.OpenStandardOutput();
    }

    /// <summary>Whether a write failed because nobody reads any more (EPIPE).</summary>
    public static bool IsClosed(IOException exception) => !OperatingSystem.IsWindows() && exception.HResult == BrokenPipe;
}
