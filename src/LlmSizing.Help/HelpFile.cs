using System.Collections.Generic;
using System.IO;
using System.Text;

namespace LlmSizing.Help;

/// <summary>A file of the module's help.</summary>
/// <param name="Path">The path below the output folder, with '/'.</param>
/// <param name="Content">The text, its lines ended by '\n'.</param>
internal sealed record HelpFile(string Path, string Content)
{
    /// <summary>Makes the folder hold these files and no other.</summary>
    internal static void WriteAll(IEnumerable<HelpFile> files, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        foreach (HelpFile file in files)
        {
            string path = System.IO.Path.Combine(folder, file.Path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }
}
