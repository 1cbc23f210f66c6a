using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>The memory of a GPU that a case names but does not measure: that of the catalog's servers with it.</summary>
internal static class CaseGpu
{
    /// <summary>The server whose GPU has most of the words, with the memory that its driver reports; null where none has the model's word.</summary>
    public static Server? Find(string? type, IReadOnlyList<Server> servers)
    {
        string[] words = Words(type);
        return servers
            .Where(server => server.UsableHbmPerGpuGib is not null && Words(server.Gpu).Any(word => words.Contains(word) && IsModel(word)))
            .OrderByDescending(server => Words(server.Gpu).Count(words.Contains))
            .FirstOrDefault();
    }

    private static bool IsModel(string word) => word.Any(char.IsDigit) && word.Any(char.IsLetter) && !word.EndsWith("gb", StringComparison.Ordinal);

    private static string[] Words(string? text) => (text ?? "").ToLowerInvariant().Split([' ', '(', ')', ',', '-', '/', '~'], StringSplitOptions.RemoveEmptyEntries);
}
