using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The workloads of a file while they are read, and what they must agree on.</summary>
internal sealed class WorkloadList
{
    private readonly ProblemList problems;
    private readonly List<(Values Values, Place Place, bool IsGood)> workloads = [];
    private readonly Dictionary<string, long> lines = new(StringComparer.OrdinalIgnoreCase);
    private Values? fleet;
    private bool isFleetGood = true;

    public WorkloadList(ProblemList problems) => this.problems = problems;

    /// <summary>Reads what the workloads share. Where some of it is refused nothing can be said about any of them.</summary>
    public void ReadFleet(MapNode map, Place place)
    {
        long before = problems.Count;
        fleet = WorkloadFields.Fleet.Read(map, place);
        isFleetGood = problems.Count == before;
    }

    /// <summary>Refuses what the workloads share as a whole.</summary>
    public void RefuseFleet() => isFleetGood = false;

    public void Add(MapNode map, Place place)
    {
        long before = problems.Count;
        Values values = WorkloadFields.Workload.Read(map, place);
        if (values.Find(WorkloadFields.Name) is string name && lines.TryGetValue(name, out long line))
        {
            place.Refuse(
                map.Find(WorkloadFields.Name.Name)!, WorkloadFields.Name.Name, ProblemCodes.DuplicateName,
                $"{Shown.Quoted(name)} is already the workload in line {NumberText.Plain(line)}.", "Rename one of the two.");
        }
        else if (values.Find(WorkloadFields.Name) is string unique)
        {
            lines.Add(unique, map.Line);
        }
        workloads.Add((values, place, problems.Count == before));
    }

    /// <summary>The workloads that are good by themselves and together.</summary>
    /// <param name="path">The file.</param>
    /// <param name="concurrency">Sessions that shares divide, in place of the fleet's.</param>
    public IReadOnlyList<SizingRequirement> Resolve(string path, long? concurrency)
    {
        if (!isFleetGood)
        {
            return [];
        }
        bool doSharesAddUp = CheckShares();
        var requirements = new List<SizingRequirement>();
        foreach ((Values values, Place place, bool isGood) in workloads)
        {
            long before = problems.Count;
            var workload = new MergedWorkload(values, fleet, concurrency);
            if (isGood && workload.Check(place) && (doSharesAddUp || !values.Has(WorkloadFields.Share)) && problems.Count == before)
            {
                requirements.Add(new SizingRequirement($"{path}:{NumberText.Plain(values.Node.Line)}", [.. workload.Parameters()]));
            }
        }
        return requirements;
    }

    // A refused workload may have a share that cannot be read: what the others add up to is not known to be wrong then.
    private bool CheckShares()
    {
        (Values Values, Place Place, bool IsGood)[] sharing = [.. workloads.Where(workload => workload.Values.Has(WorkloadFields.Share))];
        decimal sum = sharing.Sum(workload => workload.Values.Get(WorkloadFields.Share));
        if (sharing.Length == 0 || sum == 1 || workloads.Any(workload => !workload.IsGood))
        {
            return true;
        }
        string name = WorkloadFields.Share.Name;
        decimal off = 1 - sum;
        sharing[0].Place.Refuse(
            sharing[0].Values.Node.Find(name)!, name, ProblemCodes.SharesDoNotAddUp,
            $"The shares of {NumberText.Plain(sharing.Length)} {(sharing.Length == 1 ? "workload" : "workloads")} add up to {NumberText.AsWritten(sum)}, not to 1.",
            $"Write shares that are {NumberText.AsWritten(Math.Abs(off))} {(off > 0 ? "more" : "less")} together, or a concurrency for each workload.");
        return false;
    }
}
