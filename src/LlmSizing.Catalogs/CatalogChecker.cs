using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Looks for everything that is wrong with catalog files.</summary>
public static class CatalogChecker
{
    /// <summary>Every problem of each path, also of its texts and parameters; empty when all is well. Never throws for content.</summary>
    /// <param name="paths">Files or folders, as full paths; each is checked by itself.</param>
    public static IReadOnlyList<CatalogProblem> Check(IReadOnlyList<string> paths)
    {
        if (paths is null)
        {
            throw new ArgumentNullException(nameof(paths));
        }
        return paths.SelectMany(path => CatalogLayer.Read(path, withLanguages: true, file => file).Problems).ToArray();
    }
}
