using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace LlmSizing.Help;

/// <summary>What the engine itself says of a cmdlet class: its parameter sets, and what it writes.</summary>
internal sealed class CmdletShape
{
    private CmdletShape(Type type, CmdletAttribute attribute)
    {
        Verb = attribute.VerbName;
        Noun = attribute.NounName;
        var cmdlet = new CmdletInfo(Name, type);
        OutputTypes = cmdlet.OutputType.Select(output => output.Name).ToList();
        object instance = Activator.CreateInstance(type)!;
        ParameterSets = cmdlet.ParameterSets
            .OrderByDescending(set => set.IsDefault)
            .Select(set => new ParameterSet(set, instance))
            .ToList();
    }

    internal string Verb { get; }

    internal string Noun { get; }

    internal string Name => $"{Verb}-{Noun}";

    /// <summary>Full names of the types that it writes.</summary>
    internal IReadOnlyList<string> OutputTypes { get; }

    /// <summary>The default set first.</summary>
    internal IReadOnlyList<ParameterSet> ParameterSets { get; }

    /// <summary>Every parameter once.</summary>
    internal IEnumerable<ParameterShape> Parameters => ParameterSets.SelectMany(set => set.Parameters).DistinctBy(parameter => parameter.Name);

    /// <summary>The cmdlets of an assembly, by name.</summary>
    internal static IReadOnlyList<CmdletShape> ReadAssembly(string path) => Assembly.LoadFrom(System.IO.Path.GetFullPath(path)).GetExportedTypes()
        .Where(type => !type.IsAbstract && typeof(Cmdlet).IsAssignableFrom(type))
        .Select(type => new CmdletShape(type, type.GetCustomAttribute<CmdletAttribute>() ?? throw new InvalidOperationException($"{type} has no [Cmdlet].")))
        .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)
        .ToList();
}

/// <summary>Parameters that are used together, as the syntax shows them: by position, the mandatory ones, the rest.</summary>
internal sealed class ParameterSet
{
    internal ParameterSet(CommandParameterSetInfo set, object instance) => Parameters = set.Parameters
        .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
        .OrderBy(parameter => parameter.Position >= 0 ? parameter.Position : int.MaxValue)
        .ThenByDescending(parameter => parameter.IsMandatory)
        .Select(parameter => new ParameterShape(parameter, instance))
        .ToList();

    internal IReadOnlyList<ParameterShape> Parameters { get; }
}
