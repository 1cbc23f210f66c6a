using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Microsoft.PowerShell;

namespace LlmSizing.Help;

/// <summary>What the engine says of a parameter, in the words of MAML.</summary>
internal sealed class ParameterShape
{
    internal ParameterShape(CommandParameterInfo parameter, object instance)
    {
        Name = parameter.Name;
        IsMandatory = parameter.IsMandatory;
        IsSwitch = parameter.ParameterType == typeof(SwitchParameter);
        IsArray = parameter.ParameterType.IsArray;
        TypeName = IsSwitch ? nameof(SwitchParameter) : ToStringCodeMethods.Type(PSObject.AsPSObject(parameter.ParameterType)).Split('.')[^1];
        Position = parameter.Position >= 0 ? parameter.Position.ToString(CultureInfo.InvariantCulture) : "named";
        Aliases = parameter.Aliases.ToList();
        TakesWildcards = parameter.Attributes.Any(attribute => attribute is SupportsWildcardsAttribute);
        string[] inputs = [.. Ways(parameter)];
        PipelineInput = inputs.Length > 0 ? $"True ({string.Join(", ", inputs)})" : "False";
        Default = IsSwitch ? "False" : IsMandatory ? "None" : DefaultOf(instance.GetType().GetProperty(Name)?.GetValue(instance));
    }

    internal string Name { get; }

    internal bool IsMandatory { get; }

    internal bool IsSwitch { get; }

    internal bool IsArray { get; }

    /// <summary>The type as the language writes it: long[], string, ModelReference[].</summary>
    internal string TypeName { get; }

    /// <summary>A number from 0, or <c>named</c>.</summary>
    internal string Position { get; }

    internal IReadOnlyList<string> Aliases { get; }

    internal bool TakesWildcards { get; }

    /// <summary>False, or True with the ways in which the pipeline binds.</summary>
    internal string PipelineInput { get; }

    /// <summary>What the property holds before anything is bound; None where that is nothing.</summary>
    internal string Default { get; }

    private static IEnumerable<string> Ways(CommandParameterInfo parameter)
    {
        if (parameter.ValueFromPipeline)
        {
            yield return "ByValue";
        }
        if (parameter.ValueFromPipelineByPropertyName)
        {
            yield return "ByPropertyName";
        }
    }

    private static string DefaultOf(object? value) => value switch
    {
        Array { Length: > 0 } items => string.Join(", ", items.Cast<object>()),
        string { Length: > 0 } text => text,
        _ => "None",
    };
}
