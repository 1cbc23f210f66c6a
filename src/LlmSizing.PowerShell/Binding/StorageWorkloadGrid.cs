using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Commands;

/// <summary>Every combination of what is asked of storage, streamed; the last argument varies fastest.</summary>
internal static class StorageWorkloadGrid
{
    internal static IEnumerable<StorageWorkload> Of(
        bool isShared, decimal[]? targets, decimal[]? inits, decimal[]? nics, long[]? blocks, long[]? versions, decimal[]? margins,
        decimal[]? logs, decimal[]? days, long[]? checkpoints, long[]? updates, OffloadTier[]? tiers) =>
        from target in Optional(targets)
        from init in Optional(inits)
        from nic in Optional(nics)
        from block in Optional(blocks)
        from version in Optional(versions)
        from margin in Optional(margins)
        from log in Optional(logs)
        from day in Optional(days)
        from checkpoint in Optional(checkpoints)
        from update in Optional(updates)
        from tier in Optional(tiers)
        select new StorageWorkload(isShared, target, init, nic, block, version, margin, log, day, checkpoint, update, tier);

    private static T?[] Optional<T>(T[]? values) where T : struct => values is null ? [null] : Array.ConvertAll(values, value => (T?)value);
}
