using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Requirements in YAML or JSON: <c>fleet:</c> and <c>workloads:</c>.</summary>
internal static class WorkloadDocument
{
    public const string Fleet = "fleet";
    public const string Workloads = "workloads";

    private const string SchemaKey = "$schema";
    private const string Expected = "Write 'workloads:' and a list of workloads below, and 'fleet:' for what they share.";

    public static RefusedFileException Empty() => new(ProblemCodes.EmptyFile, 0, 0, "The file has no content.", Expected);

    public static WorkloadList Read(string text, bool isJson, ProblemList problems)
    {
        Node root = NodeReader.Read(text, isJson) ?? throw Empty();
        var place = new Place(problems, "", null);
        var list = new WorkloadList(problems);
        if (root is ScalarNode { IsPlain: true } nothing && PlainText.IsNull(nothing.Text))
        {
            throw Empty();
        }
        if (root.Defect is not null || root is not MapNode map)
        {
            place.Refuse(root, null, root.Defect ?? new Defect(ProblemCodes.WrongType, $"The file is {root.Kind}.", Expected));
            return list;
        }
        foreach (MapEntry entry in map.Entries)
        {
            ReadSection(entry, place, list);
        }
        if (map.Find(Workloads) is null && problems.Count == 0)
        {
            place.Refuse(map, Workloads, ProblemCodes.MissingField, "The file has no workloads.", Expected);
        }
        return list;
    }

    private static void ReadSection(MapEntry entry, Place place, WorkloadList list)
    {
        string key = entry.Key.Text;
        if (entry.Key.Defect is not null)
        {
            place.Refuse(entry.Key, key, entry.Key.Defect);
        }
        else if (entry.Value.Defect is not null)
        {
            list.RefuseFleet();
            place.Refuse(entry.Value, key, entry.Value.Defect);
        }
        else if (key == Fleet)
        {
            ReadFleet(entry.Value, place, list);
        }
        else if (key == Workloads)
        {
            ReadWorkloads(entry.Value, place, list);
        }
        else if (key != SchemaKey)
        {
            string? near = NearMiss.FindOne(key, [Fleet, Workloads]);
            place.Refuse(entry.Key, key, ProblemCodes.UnknownKey, $"{Shown.Quoted(key)} is no section of this file.", near is null ? Expected : $"Did you mean '{near}'?");
        }
    }

    private static void ReadFleet(Node value, Place place, WorkloadList list)
    {
        if (value is MapNode map)
        {
            list.ReadFleet(map, place.Inside(Fleet));
            return;
        }
        list.RefuseFleet();
        place.Refuse(value, Fleet, ProblemCodes.WrongType, $"{Fleet} is {value.Kind}.", "Write a mapping, such as { server: dgx-b200, concurrency: 500 }.");
    }

    private static void ReadWorkloads(Node value, Place place, WorkloadList list)
    {
        if (value is not ListNode { Items.Count: > 0 } items)
        {
            place.Refuse(value, Workloads, ProblemCodes.WrongType, $"{Workloads} is {(value is ListNode ? "an empty list" : value.Kind)}.", "Write a list of workloads, each starting with '- name:'.");
            return;
        }
        for (int i = 0; i < items.Items.Count && !place.Problems.IsFull; i++)
        {
            Place at = place.Inside(Workloads, i);
            if (items.Items[i] is MapNode { Defect: null } map)
            {
                list.Add(map, new Place(place.Problems, at.Path, NameOf(map)));
            }
            else
            {
                at.Refuse(items.Items[i], null, items.Items[i].Defect ?? new Defect(ProblemCodes.WrongType, $"The workload is {items.Items[i].Kind}.", "Write a mapping that starts with '- name:'."));
            }
        }
    }

    private static string? NameOf(MapNode map) => map.Find(WorkloadFields.Name.Name) is ScalarNode { Text.Length: > 0 } name ? Shown.Plain(name.Text) : null;
}
