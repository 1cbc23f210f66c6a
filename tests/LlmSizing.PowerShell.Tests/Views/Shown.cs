using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LlmSizing.Tests.Views;

/// <summary>What Out-Default shows on a host of a given width, through the module's own views.</summary>
internal static partial class Shown
{
    /// <summary>What a script shows, as the host gets it: the engine colours the headers, and leaves it to the host to show that.</summary>
    public static string Raw(string script, int width = 120, bool ansi = false, params object?[] arguments)
    {
        using var session = new Session(Repository.Manifest, new RecordingHost(width, ansi));
        _ = session.Run(script + " | Out-Default", arguments).Clean;
        return session.Host.Shown;
    }

    /// <summary>The lines that a script shows, without colours.</summary>
    public static string[] Lines(string script, int width = 120, params object?[] arguments) => Split(Raw(script, width, false, arguments));

    /// <summary>
    /// The lines of the list view. The engine alone has no Format-List and shows the first view of a type:
    /// these are the module's views without its tables.
    /// </summary>
    public static string[] List(string script, int width = 120)
    {
        using var folder = new TempFolder();
        XDocument views = XDocument.Load(Path.Combine(Repository.ModuleFolder, "LlmSizing.format.ps1xml"));
        views.Descendants("View").Where(view => view.Element("TableControl") is not null).Remove();
        views.Save(folder.File("list.format.ps1xml"));
        string manifest = folder.Write("lists.psd1", "@{ ModuleVersion = '1.0'; FormatsToProcess = 'list.format.ps1xml' }");

        using var sizing = new Session();
        using var showing = new Session(manifest, new RecordingHost(width));
        _ = showing.Run("$args[0] | Out-Default", (object)sizing.Run(script).Clean.ToArray()).Clean;
        return Split(showing.Host.Shown);
    }

    /// <summary>The objects as another process gets them: from a job, or from a remote session.</summary>
    public static PSObject[] Deserialized(Session session, string script) =>
    [
        .. session.Run(script + " | ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) }")
            .Clean.Select(item => item!),
    ];

    public static string WithoutColours(string text) => Escape().Replace(text, "");

    private static string[] Split(string shown) => [.. WithoutColours(shown).Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Escape();
}
