using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Commands;

/// <summary>Every combination of the settings and of the placements of an engine, streamed; the last argument varies fastest.</summary>
internal static class EngineGrid
{
    internal static IEnumerable<EngineSettings> Settings(
        EngineVersion?[] versions, decimal[]? fractions, long[]? lengths, long[]? sequences, long[]? batched, long[]? blocks, KvPrecision?[] precisions, bool eager) =>
        from version in versions
        from fraction in Optional(fractions)
        from length in Optional(lengths)
        from sequence in Optional(sequences)
        from tokens in Optional(batched)
        from block in Optional(blocks)
        from precision in precisions
        select new EngineSettings(version, fraction, length, sequence, tokens, block, precision, eager);

    internal static IEnumerable<Placement> Placements(long[]? tensor, long[]? pipeline, long[]? data, long[]? expert, long[]? context, bool dataParallelAttention) =>
        from t in tensor ?? [1]
        from p in pipeline ?? [1]
        from d in data ?? [1]
        from e in expert ?? [1]
        from c in context ?? [1]
        select new Placement(t, p, d, e, c, dataParallelAttention);

    private static T?[] Optional<T>(T[]? values) where T : struct => values is null ? [null] : Array.ConvertAll(values, value => (T?)value);
}
