using System;

namespace LlmSizing;

/// <summary>One question: this model on this server for this load.</summary>
public sealed class SizingRequest
{
    /// <summary>Creates the question.</summary>
    /// <param name="model">The model.</param>
    /// <param name="server">One node.</param>
    /// <param name="storage">The node's storage, or null where it does not matter.</param>
    /// <param name="requirements">The load.</param>
    /// <param name="plan">The model placed on the server by an engine, or null for the flat arithmetic of a node.</param>
    /// <param name="traffic">Requests in time and the latency that is promised, or null for sessions alone; needs the plan.</param>
    /// <param name="tuning">What the engine reaches of the datasheet; all of it when null.</param>
    /// <param name="operations">Power, space and price, or null where nothing of them was asked for.</param>
    /// <exception cref="SizingException">The traffic contradicts the sessions, or a number that its times need is not known.</exception>
    public SizingRequest(
        Model model, Server server, StorageProfile? storage, Requirements requirements, NodePlan? plan = null, RequestTraffic? traffic = null, TuningChoice? tuning = null, Operations? operations = null)
    {
        Model = model ?? throw new ArgumentNullException(nameof(model));
        Server = server ?? throw new ArgumentNullException(nameof(server));
        Storage = storage;
        Requirements = requirements ?? throw new ArgumentNullException(nameof(requirements));
        Plan = plan;
        Operations = operations;
        KvCache = new SessionKvCache(model, requirements.EffectiveContext, requirements.KvPrecision);
        Traffic = traffic;
        Tuning = tuning;
        if (traffic is not null)
        {
            Curve = new ServiceCurve(plan ?? throw new SizingException("Engine", "Requests in time need a placed model: name an engine (-Engine) or a placement."), traffic, tuning?.Tuning ?? EngineTuning.Ideal);
            LittleLaw.Check(Curve, requirements.Concurrency);
        }
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>One node.</summary>
    public Server Server { get; }

    /// <summary>The node's storage, or null.</summary>
    public StorageProfile? Storage { get; }

    /// <summary>The load.</summary>
    public Requirements Requirements { get; }

    /// <summary>The model placed on the server by an engine, or null for the flat arithmetic of a node.</summary>
    public NodePlan? Plan { get; }

    /// <summary>Requests in time and the latency that is promised, or null for sessions alone.</summary>
    public RequestTraffic? Traffic { get; }

    /// <summary>What the engine reaches of the datasheet, or null where it is not known.</summary>
    public TuningChoice? Tuning { get; private set; }

    internal ServiceCurve? Curve { get; }

    /// <summary>Power, space and price, or null where nothing of them was asked for.</summary>
    public Operations? Operations { get; private set; }

    /// <summary>What one session keeps.</summary>
    public SessionKvCache KvCache { get; }

    /// <summary>The same question for another load; a placed model stays where it lies, and is planned again where the load changes what its GPUs hold.</summary>
    /// <exception cref="SizingException">The engine refuses the placement for that load.</exception>
    public SizingRequest With(Requirements requirements)
    {
        bool isPlanned = Plan is null
            || (Math.Min(requirements.EffectiveContext, Model.MaxPositionEmbeddings) == KvCache.EffectiveContext
                && requirements.KvPrecision?.Name == Requirements.KvPrecision?.Name
                && requirements.OverheadBillionths == Requirements.OverheadBillionths);
        return With(requirements, isPlanned ? Plan : new NodePlan(Plan!.Model, Model, Server, requirements, Plan.Deployment, Plan.Placement));
    }

    internal SizingRequest With(Requirements requirements, NodePlan? plan) => new(Model, Server, Storage, requirements, plan, Traffic, Tuning, Operations) { StorageWorkload = StorageWorkload, Workload = Workload };

    /// <summary>The same question, with power, space and price.</summary>
    /// <param name="operations">What is asked, or null.</param>
    public SizingRequest With(Operations? operations)
    {
        var copy = (SizingRequest)MemberwiseClone();
        copy.Operations = operations;
        return copy;
    }

    /// <summary>What the operator calls the workload, or null.</summary>
    public string? Workload { get; private set; }

    /// <summary>The same question, with a name.</summary>
    /// <param name="workload">What the operator calls it, or null.</param>
    public SizingRequest Named(string? workload)
    {
        var copy = (SizingRequest)MemberwiseClone();
        copy.Workload = workload;
        return copy;
    }

    /// <summary>What is asked of storage, or null where nothing is.</summary>
    public StorageWorkload? StorageWorkload { get; private set; }

    /// <summary>The same question, with what is asked of storage.</summary>
    /// <param name="workload">What is asked.</param>
    /// <param name="tuning">What the engine reaches of the datasheet, where the request does not have it yet; null where it is not known.</param>
    /// <exception cref="SizingException">It needs a storage profile, or the size of the weights, which are not known.</exception>
    public SizingRequest With(StorageWorkload workload, TuningChoice? tuning = null)
    {
        if (Storage is null && workload.NeedsProfile)
        {
            throw new SizingException("Storage", "Loads, updates and an offload to nvme are those of a storage profile: give -Storage (Get-LlmStorage lists them).");
        }
        if (Storage is not null || workload.HasVolume)
        {
            _ = new WeightReading(Plan?.Model ?? Model, Server, Plan?.Placement);
        }
        var copy = (SizingRequest)MemberwiseClone();
        copy.StorageWorkload = workload;
        copy.Tuning = Tuning ?? tuning;
        return copy;
    }

    /// <summary>The question in short.</summary>
    public override string ToString() => $"{Model.Name} on {Server.Name}: {Requirements}";
}
