using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A workload with what the fleet says for it.</summary>
internal sealed class MergedWorkload
{
    private static readonly Field[] Loads = [WorkloadFields.Share, WorkloadFields.Concurrency, WorkloadFields.RequestsPerSecond];

    private readonly Values own;
    private readonly Values? fleet;
    private readonly long? sessions;
    private readonly decimal? requests;

    public MergedWorkload(Values own, Values? fleet, long? concurrency)
    {
        this.own = own;
        this.fleet = fleet;
        sessions = concurrency ?? fleet?.Number(WorkloadFields.Concurrency);
        requests = fleet?.Number(WorkloadFields.RequestsPerSecond);
    }

    /// <summary>Whether the workload says all that it must; what it does not is reported.</summary>
    public bool Check(Place place)
    {
        bool good = Require(WorkloadFields.Model, place) & Require(WorkloadFields.Context, place);
        if (!own.Has(WorkloadFields.Share))
        {
            return (own.Has(WorkloadFields.Concurrency) || own.Has(WorkloadFields.RequestsPerSecond) || Missing(place)) && good;
        }
        foreach (Field load in new Field[] { WorkloadFields.Concurrency, WorkloadFields.RequestsPerSecond })
        {
            if (own.Has(load))
            {
                good = false;
                place.Refuse(
                    own.Node.Find(load.Name)!, load.Name, ProblemCodes.UnexpectedField, $"The workload has a share of the fleet's load and {load.Name} of its own.", "Keep one of the two.");
            }
        }
        if (sessions is null && requests is null)
        {
            good = false;
            place.Refuse(
                own.Node.Find(WorkloadFields.Share.Name)!, WorkloadFields.Share.Name, ProblemCodes.MissingField, "There is no total that the share is of.",
                "Write concurrency or requests_per_second under fleet, or give Import-SizingRequirement -Concurrency.");
        }
        return good;
    }

    /// <summary>Parameters and their values, in the order of the fields.</summary>
    public IEnumerable<KeyValuePair<string, object>> Parameters()
    {
        foreach (KeyValuePair<string, Field> pair in WorkloadFields.All)
        {
            if (Value(pair.Value) is object value)
            {
                yield return new(pair.Key, value is KvPrecision or EngineVersion or HaMode ? value.ToString()! : value);
            }
        }
    }

    private object? Value(Field field)
    {
        if (System.Array.IndexOf(Loads, field) < 0 || own.Has(field))
        {
            return own.Any(field) ?? fleet?.Any(field);
        }
        if (!own.Has(WorkloadFields.Share))
        {
            return null;
        }
        decimal share = own.Get(WorkloadFields.Share);
        // Rounded up: no share of a load may plan for less than its part.
        return field == WorkloadFields.Concurrency ? sessions is long total ? (long)decimal.Ceiling(total * share) : null
            : requests is decimal rate ? decimal.Ceiling(rate * share * Billionths.One) / Billionths.One : null;
    }

    private bool Require(Field field, Place place)
    {
        if (own.Has(field) || fleet?.Has(field) == true)
        {
            return true;
        }
        place.Refuse(own.Node, field.Name, ProblemCodes.MissingField, $"{field.Name} is missing.", $"Write {field.Name}: {field.Expected}.");
        return false;
    }

    private bool Missing(Place place)
    {
        place.Refuse(
            own.Node, WorkloadFields.Concurrency.Name, ProblemCodes.MissingField, "The workload has no load.", "Write concurrency, requests_per_second, or its share of the fleet's.");
        return false;
    }
}
