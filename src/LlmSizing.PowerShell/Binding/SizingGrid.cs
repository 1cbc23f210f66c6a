using System.Collections.Generic;

namespace LlmSizing.Commands;

/// <summary>The combinations of Invoke-LlmSizing by number, so that a worker or a machine can begin anywhere without solving what comes before.</summary>
internal sealed class SizingGrid
{
    private readonly Model[] models;
    private readonly Server[] servers;
    private readonly StorageProfile?[] profiles;
    private readonly RequirementsGrid requirements;
    private readonly GridIndex index;

    /// <exception cref="SizingException">There are more combinations than a 64-bit integer counts.</exception>
    internal SizingGrid(Model[] models, Server[] servers, StorageProfile?[] profiles, RequirementsGrid requirements)
    {
        this.models = models;
        this.servers = servers;
        this.profiles = profiles;
        this.requirements = requirements;
        index = new GridIndex([models.Length, servers.Length, profiles.Length, .. requirements.Sizes]);
    }

    /// <summary>How many combinations there are.</summary>
    internal long Count => index.Count;

    /// <summary>The combinations of a range.</summary>
    internal IEnumerable<SizingCombination> Of(GridRange range)
    {
        if (range.IsEmpty)
        {
            yield break;
        }
        int[] places = index.At(range.Start);
        for (long i = range.Start; i < range.End; i++, index.Advance(places))
        {
            yield return new SizingCombination(models[places[0]], servers[places[1]], profiles[places[2]], requirements.At(places, 3));
        }
    }
}

/// <summary>One combination: what an error is about, and what stays together on a worker and in a shard.</summary>
internal readonly struct SizingCombination(Model model, Server server, StorageProfile? profile, Requirements requirements)
{
    internal Model Model { get; } = model;

    internal Server Server { get; } = server;

    internal StorageProfile? Profile { get; } = profile;

    internal Requirements Requirements { get; } = requirements;
}
