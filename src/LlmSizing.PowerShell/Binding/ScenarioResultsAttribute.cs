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

    private static bool IsCopy(object? item) => IsCopyOf<ScenarioResult>(item) || IsCopyOf<SimulationResult>(item) || IsCopyOf<FleetResult>(item);

    private static bool IsCopyOf<T>(object? item) where T : ReportableResult => Likeness.IsCopyOf(item, typeof(T).FullName!);

    private static ReportableResult Solve(object copy, EngineIntrinsics engine)
    {
        var record = (PSObject)copy;
        Catalog catalog = CatalogStore.Load([]);
        return IsCopyOf<SimulationResult>(copy) ? new SimulationCopy(record, catalog).Read()
            : IsCopyOf<FleetResult>(copy) ? new FleetCopy(record, catalog).Plan(CatalogStore.TextsFor(engine.SessionState))
            : new ResultCopy(record, catalog).Solve(CatalogStore.TextsFor(engine.SessionState));
    }
}
