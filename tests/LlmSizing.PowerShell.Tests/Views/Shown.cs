using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace LlmSizing.Tests.Views;

/// <summary>What Out-Default shows on a host of a given width, through the module's own views.</summary>
internal static class Shown
{
    public static string Table(string script, int width = 120, bool ansi = false)
    {
        using var session = new Session(Repository.Manifest, new RecordingHost(width, ansi));
        session.Run(script + " | Out-Default").Lines.ToString();
        return session.Host.Shown;
    }

    /// <summary>The list view; the engine without Format-List shows the first view of a type, so these are the module's views without its tables.</summary>
    public static string List(string script, int width = 120)
    {
        using var folder = new TempFolder();
        XDocument views = XDocument.Load(Path.Combine(Repository.ModuleFolder, "LlmSizing.format.ps1xml"));
        views.Descendants("View").Where(view => view.Element("TableControl") is not null).Remove();
        views.Save(folder.File("list.format.ps1xml"));
        string manifest = folder.Write("lists.psd1", "@{ ModuleVersion = '1.0'; FormatsToProcess = 'list.format.ps1xml' }");

        using var sizing = new Session();
        using var showing = new Session(manifest, new RecordingHost(width));
        showing.Run("$args[0] | Out-Default", sizing.Run(script).Clean.ToArray()).Lines.ToString();
        return showing.Host.Shown;
    }
}
