using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The inputs of a sizing, grouped and labelled, for the formats that people read.</summary>
internal static class InputSheet
{
    public static IReadOnlyList<InputGroup> Of(SizingRequest request, Texts texts) =>
    [
        new("model", texts, ModelFacts.Of(request.Model)),
        new("server", texts, ServerFacts.Of(request.Server)),
        new("storage", texts, StorageFacts.Of(request.Storage, texts)),
        new("requirements", texts, RequirementFacts.Of(request, texts)),
        .. request.Plan is NodePlan plan ? new InputGroup[] { new("placement", texts, PlacementFacts.Of(plan)) } : [],
        .. request.Traffic is RequestTraffic traffic ? new InputGroup[] { new("traffic", texts, TrafficFacts.Of(traffic)) } : [],
        .. request.StorageWorkload is StorageWorkload workload ? new InputGroup[] { new("storage_workload", texts, StorageWorkloadFacts.Of(workload, texts)) } : [],
        .. request.Operations is Operations asked ? new InputGroup[] { new("operations", texts, OperationFacts.Of(asked)) } : [],
    ];
}

/// <summary>A titled list of facts; empty where nothing is stated.</summary>
internal sealed class InputGroup
{
    public InputGroup(string id, Texts texts, IEnumerable<InputFact> facts)
    {
        Title = texts.Get("report.group." + id);
        Facts = [.. facts];
    }

    public string Title { get; }

    public IReadOnlyList<InputFact> Facts { get; }
}

/// <summary>A label and its value.</summary>
internal sealed class InputFact
{
    public InputFact(string label, string value, bool isDetail = false)
    {
        Label = label;
        Value = value;
        IsDetail = isDetail;
    }

    /// <summary>The id of the label below <c>report.label</c>.</summary>
    public string Label { get; }

    public string Value { get; }

    /// <summary>Whether the fact explains the one before it.</summary>
    public bool IsDetail { get; }
}
