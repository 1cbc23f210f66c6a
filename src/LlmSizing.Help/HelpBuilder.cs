using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace LlmSizing.Help;

/// <summary>Reads the pages of every language, holds them against the cmdlets, and makes the help of them.</summary>
internal sealed partial class HelpBuilder(IReadOnlyList<CmdletShape> cmdlets, string assemblyName)
{
    private readonly List<PageException> problems = [];

    /// <summary>What is wrong with the pages: one for each page at most, and one for each that is missing.</summary>
    internal IReadOnlyList<PageException> Problems => problems;

    /// <summary>The help files of every language that the folder has pages in.</summary>
    internal IReadOnlyList<HelpFile> Build(string docs)
    {
        string[] folders = Directory.GetDirectories(docs).Where(folder => CultureName().IsMatch(Path.GetFileName(folder))).Order(StringComparer.Ordinal).ToArray();
        string[] abouts = folders.SelectMany(AboutNames).Distinct().Order(StringComparer.Ordinal).ToArray();
        return folders.SelectMany(folder => BuildCulture(folder, abouts)).ToList();
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    private static partial Regex CultureName();

    private static IEnumerable<string> AboutNames(string folder) => Directory.GetFiles(folder, "about_*.md").Select(Path.GetFileName).OfType<string>();

    private List<HelpFile> BuildCulture(string folder, string[] abouts)
    {
        string culture = Path.GetFileName(folder);
        var files = new List<HelpFile>();
        foreach (string about in abouts)
        {
            Try(() => files.Add(new HelpFile($"{culture}/{Path.ChangeExtension(about, ".help.txt")}", AboutPage.Write(ReadPage(Path.Combine(folder, about))))));
        }
        var commands = new List<(CmdletShape Cmdlet, CommandPage Page)>();
        foreach (CmdletShape cmdlet in cmdlets)
        {
            Try(() => commands.Add((cmdlet, ReadCommand(folder, cmdlet, commands.FirstOrDefault().Page))));
        }
        files.Add(new HelpFile($"{culture}/{assemblyName}-Help.xml", Maml.Write(commands)));
        string[] expected = [.. abouts, .. cmdlets.Select(cmdlet => cmdlet.Name + ".md")];
        problems.AddRange(Directory.GetFiles(folder).Order(StringComparer.Ordinal)
            .Where(path => !expected.Contains(Path.GetFileName(path)))
            .Select(path => new PageException(path, 1, "this is neither the page of a cmdlet nor an about page.")));
        return files;
    }

    private static CommandPage ReadCommand(string folder, CmdletShape cmdlet, CommandPage? sibling)
    {
        var page = new CommandPage(ReadPage(Path.Combine(folder, cmdlet.Name + ".md")));
        PageCheck.Check(page, cmdlet, sibling);
        return page;
    }

    private static Page ReadPage(string path)
    {
        if (!File.Exists(path))
        {
            throw new PageException(path, 1, "the page is missing: every cmdlet and about page is there in every language.");
        }
        Page page = Page.Read(path);
        return page.Root.Title == Path.GetFileNameWithoutExtension(path)
            ? page
            : throw page.Wrong(page.Root.Line, $"the title is '{page.Root.Title}', not the name of the file.");
    }

    private void Try(Action read)
    {
        try
        {
            read();
        }
        catch (PageException problem)
        {
            problems.Add(problem);
        }
    }
}
