using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Simulates requests on replicas of a placed model, step by step: one result per combination of the arguments, in the order of the parameters, the last of them fastest.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "LlmSimulation", DefaultParameterSetName = OpenSet)]
[OutputType(typeof(SimulationResult))]
public sealed class InvokeLlmSimulationCommand : SimulationCommand
{
    /// <summary>The models.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public ModelReference[] Model { get; set; } = [];

    /// <summary>The servers.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServerCompleter))]
    public ServerReference[] Server { get; set; } = [];

    /// <summary>GPUs that split each matrix.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("tensor_parallel")]
    [Parallelism]
    public long[]? TensorParallel { get; set; }

    /// <summary>The engines.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EngineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Engine { get; set; } = [DeploymentGrid.DefaultEngine];

    /// <summary>Versions of the engine; the newest known when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("engine_version")]
    [ValidateNotNullOrEmpty]
    public string[]? EngineVersion { get; set; }

    /// <summary>Number types of keys and values; the model's default when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("kv_precision")]
    [ArgumentCompleter(typeof(KvPrecisionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? KvPrecision { get; set; }

    /// <summary>Tokens of a session by which the cache is divided; those of a mean request, or the model's longest for a trace, when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("effective_context")]
    [SimulationNumber("EffectiveContext", "8192")]
    public long? EffectiveContext { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        object target = Model[0].Origin;
        RoutingPolicy[] policies = ResolvePolicies(target);
        string[] traces = ParameterSetName == TraceSet ? InputPath.Resolve(this, [], [Trace]).ToArray() : [""];
        Deployment[] deployments = Deployments(Engine, EngineVersion, Quantization, target);
        KvPrecision?[] precisions = ResolvePrecisions(KvPrecision, target);
        Server[] servers = Resolve(Server);
        foreach (Model model in Resolve(Model))
        {
            foreach (Func<SimulationRequest> ask in
                from server in servers
                from deployment in deployments
                from tensor in TensorParallel ?? [1]
                from precision in precisions
                from trace in traces
                from load in Loads(trace)
                from replicas in Replicas
                from policy in policies
                from seed in Seed
                select (Func<SimulationRequest>)(() => Ask(model, server, deployment, tensor, precision, load, replicas, policy, seed)))
            {
                Simulate(ask, target);
            }
        }
    }

    private void Simulate(Func<SimulationRequest> ask, object target)
    {
        var beat = new ProgressBeat(this, "Invoke-LlmSimulation");
        try
        {
            SimulationRequest request = ask();
            long? whole = request.Requests ?? (DurationSeconds is null && ParameterSetName != TraceSet ? SimulationRequest.DefaultRequests : null);
            WriteObject(Simulator.Run(request, new SimulationWatch(
                () => Stopping, (ended, seconds) => beat.Show($"{NumberText.Grouped(ended)} requests, {NumberText.Grouped((long)seconds)} s", ended, whole))));
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, target));
        }
        catch (ImportException error)
        {
            WriteError(Errors.CannotImport(Trace, error));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            WriteError(Errors.LogNotRead(Trace, error));
        }
        beat.End();
    }

    private SimulationRequest Ask(
        Model model, Server server, Deployment deployment, long tensor, KvPrecision? precision, Func<SimulationLoad> load, long replicas, RoutingPolicy policy, long seed)
    {
        SimulationLoad requests = load();
        long context = EffectiveContext ?? Math.Min(model.MaxPositionEmbeddings, requests.MeanTokens ?? model.MaxPositionEmbeddings);
        var plan = new NodePlan(model, server, new Requirements(1, context, precision), deployment, Placements([tensor]).Single());
        TuningChoice choice = TuningChoice.Of(Catalog.Tunings, plan);
        return new SimulationRequest(
            plan, choice.Tuning, requests, seed, Requests, DurationSeconds, replicas, policy, PrefixCacheHitRatio, PrefillReplicas,
            FailAtSeconds, WarmupRequests, TtftSloMs, TpotSloMs, choice.Confidence);
    }

    // A trace is read once by each run, so that each needs an enumeration of its own.
    private IEnumerable<Func<SimulationLoad>> Loads(string trace)
    {
        if (ParameterSetName == TraceSet)
        {
            return [() => SimulationLoad.Trace(TraceFile.Read(trace))];
        }
        Distribution? think = ThinkTimeSeconds > 0 ? Distribution.Parse($"exponential({NumberText.AsWritten(ThinkTimeSeconds)})", nameof(ThinkTimeSeconds)) : null;
        return
            from input in InputTokens
            from output in OutputTokens
            from load in ParameterSetName == ClosedSet
                ? Concurrency.Select(users => SimulationLoad.Closed(users, input, output, think))
                : RequestsPerSecond.Select(rate => SimulationLoad.Open(rate, input, output, !FixedRate))
            select (Func<SimulationLoad>)(() => load);
    }

    private RoutingPolicy[] ResolvePolicies(object target)
    {
        foreach (string name in Policy.Where(name => RoutingPolicy.Find(name) is null))
        {
            WriteError(Errors.PolicyNotFound(name, target));
        }
        return Policy.Select(RoutingPolicy.Find).OfType<RoutingPolicy>().ToArray();
    }
}
