using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Computes how long a model takes to load from storage: one object per model, server, storage, placement and number of nodes.</summary>
[Cmdlet(VerbsCommon.Get, "StorageTiming")]
[OutputType(typeof(StorageTiming))]
public sealed class GetStorageTimingCommand : StorageReadCommand
{
    private Texts texts = null!;

    /// <summary>The models.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public ModelReference[] Model { get; set; } = [];

    /// <summary>The servers: one node each.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServerCompleter))]
    public ServerReference[] Server { get; set; } = [];

    /// <summary>The storage profiles.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(StorageCompleter))]
    public StorageReference[] Storage { get; set; } = [];

    /// <summary>Nodes that start at the same time, 1 to 10^6; one when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RollingUpdateNodes]
    public long[] Nodes { get; set; } = [1];

    /// <summary>GPUs that split each matrix.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("tensor_parallel")]
    [Parallelism]
    public long[]? TensorParallel { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => texts = CatalogStore.TextsFor(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        object target = Model[0].Origin;
        Quantization[] quantizations = ResolveQuantizations(Quantization, target);
        Server[] servers = Resolve(Server);
        StorageProfile[] profiles = Resolve(Storage);
        foreach (Model model in Resolve(Model))
        {
            try
            {
                foreach (StorageTiming timing in Timings(model, servers, profiles, quantizations))
                {
                    WriteObject(timing);
                }
            }
            catch (SizingException error)
            {
                WriteError(Errors.CannotSize(error, target));
            }
        }
    }

    private IEnumerable<StorageTiming> Timings(Model model, Server[] servers, StorageProfile[] profiles, Quantization[] quantizations) =>
        from stored in quantizations.Select(quantization => quantization.Apply(model))
        from server in servers
        from profile in profiles
        from placement in Checked(stored)
        from workload in StorageWorkloadGrid.Of(StorageShared, null, InitSeconds, StorageNicGbS, ReadBlockKib, null, null, null, null, null, null, null)
        from nodes in Nodes
        select new StorageTiming(stored, server, profile, nodes, workload, texts, placement);

    private IEnumerable<Placement?> Checked(Model stored)
    {
        if (TensorParallel is null && !IsSplitFurther)
        {
            yield return null;
            yield break;
        }
        foreach (Placement placement in Placements(TensorParallel))
        {
            PlacementCheck.Require(stored, placement);
            yield return placement;
        }
    }
}
