using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A parameter of results that also takes those of a job or a remote session.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ScenarioResultsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? input = inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData;
        return input switch
        {
            IList items when items.Cast<object?>().Any(IsCopy) => items.Cast<object?>().Select(item => IsCopy(item) ? Solve(item!, engineIntrinsics) : item).ToArray(),
            _ when IsCopy(input) => Solve(input!, engineIntrinsics),
            _ => inputData,
        };
    }

    private static bool IsCopy(object? item) => Likeness.IsCopyOf(item, typeof(ScenarioResult).FullName!);

    private static ScenarioResult Solve(object copy, EngineIntrinsics engine) =>
        new ResultCopy((PSObject)copy, CatalogStore.Load([])).Solve(CatalogStore.TextsFor(engine.SessionState));
}
