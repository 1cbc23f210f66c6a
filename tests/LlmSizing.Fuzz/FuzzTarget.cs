using System;
using System.Collections.Generic;
using LlmSizing.Catalogs.Tests.Gguf;
using LlmSizing.Catalogs.Tests.HuggingFace;
using LlmSizing.Catalogs.Tests.Safetensors;

namespace LlmSizing.Fuzz;

/// <summary>A format that hostile files come in: how to damage one, and how to import it.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Seeds">Whole files.</param>
/// <param name="Mutate">Damages one.</param>
/// <param name="Import">Whether it gives a model; throws what the importer must not throw.</param>
internal sealed record FuzzTarget(string Name, byte[][] Seeds, Func<byte[], Random, byte[]> Mutate, Func<byte[], bool> Import)
{
    /// <summary>Every target, one line each.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("gguf", GgufMutator.Seeds, GgufMutator.Mutate, GgufMutator.Import),
        new("config", ConfigMutator.Seeds, ConfigMutator.Mutate, ConfigMutator.Import),
        new("safetensors", SafetensorsMutator.Seeds, SafetensorsMutator.Mutate, SafetensorsMutator.Import),
    ];
}
