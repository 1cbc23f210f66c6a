using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using LlmSizing.Help;
using Xunit;

namespace LlmSizing.Tests;

/// <summary>
/// Runs an example as a reader would: the module imported, a console of 120 columns without colours, the language of the page, and in the current folder
/// the files of docs/examples and the folder out.
/// </summary>
internal static class ExampleRun
{
    internal static string Of(Example example, string language)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo uiCulture = CultureInfo.CurrentUICulture;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("llmsizing-");
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            CultureInfo.CurrentUICulture = new CultureInfo(language);
            foreach (string file in Directory.GetFiles(Repository.PathOf("docs", "examples")))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "out"), Repository.PathOf("out"));
            return Normal(Run(example.Code, folder.FullName));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = uiCulture;
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The text without what a page does not show: blanks at the ends of lines, empty lines around it.</summary>
    internal static string Normal(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');

    private static string Run(string code, string folder)
    {
        // The module's assemblies stay in the process and look for the catalogs where they were first loaded from: not in this folder, which goes.
        Assert.NotEmpty(HelpOfModule.Commands);
        using var session = new Session(Path.Combine(folder, "out", "LlmSizing", "LlmSizing.psd1"));
        session.Runspace.SessionStateProxy.Path.SetLocation(folder);
        using PowerShell shell = session.Shell(code).AddCommand("Out-Default");
        shell.Invoke();
        return shell.Streams.Error is [var error, ..] ? throw new InvalidOperationException(error.ToString()) : PSHostUserInterface.GetOutputString(session.Host.Shown, supportsVirtualTerminal: false);
    }
}
