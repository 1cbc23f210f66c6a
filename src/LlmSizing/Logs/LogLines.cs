using System;
using System.Collections.Generic;
using System.Text;

namespace LlmSizing;

/// <summary>Splits a text into lines without ever holding a long one.</summary>
public static class LogLines
{
    /// <summary>Reads a log to its end; a line longer than <see cref="EngineLogReader.LongestLine"/> is read as far as that.</summary>
    /// <param name="read">Fills the array with the next characters and says how many there are; none at the end.</param>
    /// <param name="isStopped">Asked at every line whether to end there; null where nothing stops it.</param>
    public static EngineLog Parse(Func<char[], int> read, Func<bool>? isStopped = null)
    {
        var reader = new EngineLogReader();
        foreach ((string line, long number, bool isWhole) in Split(read))
        {
            if (isStopped?.Invoke() == true)
            {
                break;
            }
            reader.ReadAt(line, number, isWhole);
        }
        return reader.Finish();
    }

    // A carriage return ends a line too: progress bars write over themselves.
    private static IEnumerable<(string Line, long Number, bool IsWhole)> Split(Func<char[], int> read)
    {
        var buffer = new char[8192];
        var line = new StringBuilder();
        bool isCut = false;
        long number = 1;
        for (int count = read(buffer); count > 0; count = read(buffer))
        {
            for (int i = 0; i < count; i++)
            {
                if (buffer[i] is '\n' or '\r')
                {
                    if (line.Length > 0)
                    {
                        yield return (line.ToString(), number, !isCut);
                    }
                    line.Clear();
                    isCut = false;
                    number += buffer[i] == '\n' ? 1 : 0;
                }
                else if (line.Length < EngineLogReader.LongestLine)
                {
                    line.Append(buffer[i]);
                }
                else
                {
                    isCut = true;
                }
            }
        }
        if (line.Length > 0)
        {
            yield return (line.ToString(), number, false);
        }
    }
}
