using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using LlmSizing.Help;

namespace LlmSizing.Tests;

/// <summary>The staged module as the engine sees it, and the help that the tool makes for it.</summary>
internal static class HelpOfModule
{
    internal const string Assembly = "LlmSizing.PowerShell.dll";

    // Imported first: the module itself says where the assemblies lie that it refers to.
    private static readonly Session Session = new();

    internal static IReadOnlyList<CmdletInfo> Commands { get; } =
        [.. Session.Run("Get-Command -Module LlmSizing").Output.Select(command => (CmdletInfo)command!.BaseObject).OrderBy(command => command.Name)];

    internal static IReadOnlyList<CmdletShape> Cmdlets { get; } = CmdletShape.ReadAssembly(Path.Combine(Repository.ModuleFolder, Assembly));

    /// <summary>The languages that there are pages in.</summary>
    internal static IReadOnlyList<string> Languages { get; } = [.. Build(Repository.PathOf("docs")).Files.Select(file => file.Path.Split('/')[0]).Distinct()];

    internal static CommandPage ReadPage(string language, string cmdlet) => new(Page.Read(Repository.PathOf("docs", language, cmdlet + ".md")));

    /// <summary>The names of the parameters, without those that every cmdlet has.</summary>
    internal static IEnumerable<string> ParametersOf(CmdletInfo command) => command.Parameters.Keys.Except(Cmdlet.CommonParameters);

    internal static (IReadOnlyList<HelpFile> Files, IReadOnlyList<string> Problems) Build(string docs)
    {
        var builder = new HelpBuilder(Cmdlets, Assembly);
        IReadOnlyList<HelpFile> files = builder.Build(docs);
        return (files, [.. builder.Problems.Select(problem => problem.Message)]);
    }
}
