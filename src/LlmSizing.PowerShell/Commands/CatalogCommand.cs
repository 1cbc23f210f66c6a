using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A cmdlet that looks names up in the catalogs.</summary>
public abstract class CatalogCommand : PSCmdlet
{
    private string[] loadedPaths = [];
    private Catalog? catalog;

    /// <summary>Catalog files or folders of the operator's own; an entry of the same name overrides the module's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("catalog_path")]
    [ValidateNotNullOrEmpty]
    public string[] CatalogPath { get; set; } = [];

    /// <summary>The catalogs of this record; their problems are written as errors when they are read.</summary>
    private protected Catalog Catalog
    {
        get
        {
            string[] paths = [.. CatalogPath, .. PricePaths];
            if (catalog is null || !paths.SequenceEqual(loadedPaths))
            {
                loadedPaths = paths;
                catalog = Load();
            }
            return catalog;
        }
    }

    /// <summary>Catalogs of prices, which stand before the others.</summary>
    private protected virtual IReadOnlyList<string> PricePaths => [];

    private protected Model[] Resolve(ModelReference[] references) => Resolve(
        references, Catalog.FindModel, (name, target) => Errors.ModelNotFound(name, Catalog.Models.Select(model => model.Name), target));

    private protected Server[] Resolve(ServerReference[] references) => Resolve(
        references, Catalog.FindServer, (name, target) => Errors.ServerNotFound(name, Catalog.Servers.Select(server => server.Name), target));

    private protected StorageProfile[] Resolve(StorageReference[] references) => Resolve(
        references, Catalog.FindStorage, (name, target) => Errors.StorageNotFound(name, Catalog.StorageProfiles.Select(profile => profile.Name), target));

    private protected Scenario[] ResolveScenarios(ScenarioReference[]? references, object? target)
    {
        var found = new List<Scenario>();
        foreach (ScenarioReference reference in references ?? [new ScenarioReference("*")])
        {
            var pattern = new WildcardPattern(reference.Name, WildcardOptions.IgnoreCase);
            int before = found.Count;
            found.AddRange(reference.Entry is Scenario given ? [given] : Catalog.Scenarios.Where(scenario => pattern.IsMatch(scenario.Name)).Select(scenario => scenario.AsCopied(reference.Copy)));
            if (!IsAsCopied(reference, found.LastOrDefault()))
            {
                found.RemoveRange(before, found.Count - before);
            }
            else if (found.Count == before)
            {
                WriteError(Errors.ScenarioNotFound(reference.Name, Catalog.Scenarios.Select(scenario => scenario.Name), target));
            }
        }
        return found.ToArray();
    }

    private protected KvPrecision?[] ResolvePrecisions(string[]? names, object? target)
    {
        var found = new List<KvPrecision?>();
        foreach (string name in names ?? [])
        {
            if (KvPrecision.Find(name) is KvPrecision precision)
            {
                found.Add(precision);
            }
            else
            {
                WriteError(Errors.KvPrecisionNotFound(name, target));
            }
        }
        return names is null ? [null] : found.ToArray();
    }

    private protected Engine[] ResolveEngines(string[] names, object? target)
    {
        var found = new List<Engine>();
        foreach (string name in names)
        {
            if (EngineList.Find(name) is Engine engine)
            {
                found.Add(engine);
            }
            else
            {
                WriteError(Errors.EngineNotFound(name, target));
            }
        }
        return found.ToArray();
    }

    private protected EngineVersion?[] ResolveVersions(string[]? texts, object? target)
    {
        var found = new List<EngineVersion?>();
        foreach (string text in texts ?? [])
        {
            if (EngineVersion.Parse(text) is EngineVersion version)
            {
                found.Add(version);
            }
            else
            {
                WriteError(Errors.EngineVersionNotKnown(text, target));
            }
        }
        return texts is null ? [null] : found.ToArray();
    }

    /// <summary>Every combination of the engines, versions and quantisations that were asked for and are known; the last argument varies fastest.</summary>
    private protected Deployment[] Deployments(string[] engines, string[]? versions, string[]? quantizations, object? target) =>
        DeploymentGrid.Of(ResolveEngines(engines, target), ResolveVersions(versions, target), ResolveQuantizations(quantizations, target), Catalog.Calibrations).ToArray();

    private protected Quantization[] ResolveQuantizations(string[]? names, object? target)
    {
        var found = new List<Quantization>();
        foreach (string name in names ?? [QuantizationList.All[0].Name])
        {
            if (QuantizationList.Find(name) is Quantization known)
            {
                found.Add(known);
            }
            else
            {
                WriteError(Errors.QuantizationNotFound(name, target));
            }
        }
        return found.ToArray();
    }

    private T[] Resolve<T>(EntryReference<T>[] references, Func<string, T?> find, Func<string, object, ErrorRecord> notFound)
        where T : CatalogEntry
    {
        var found = new List<T>(references.Length);
        foreach (EntryReference<T> reference in references)
        {
            T? entry = reference.Entry ?? find(reference.Name);
            if (!IsAsCopied(reference, entry))
            {
                continue;
            }
            if (entry is not null)
            {
                found.Add(entry);
            }
            else
            {
                WriteError(notFound(reference.Name, reference.Origin));
            }
        }
        return found.ToArray();
    }

    /// <summary>Whether the entry is the same as where it was serialized, if it was; an error is written where it is not.</summary>
    private protected bool IsAsCopied<T>(EntryReference<T> reference, T? entry)
        where T : CatalogEntry
    {
        string? why = reference.Copy is null ? null
            : entry is null ? "no catalog here has it"
            : Likeness.Difference(entry, reference.Copy, typeof(T).Name) is string difference ? $"{difference} is not the same here" : null;
        if (why is not null)
        {
            WriteError(Errors.CopyNotUsable(typeof(T).Name, reference.Name, why, reference.Copy));
        }
        return why is null;
    }

    private Catalog Load()
    {
        Catalog loaded = CatalogStore.Load(loadedPaths.Select(GetUnresolvedProviderPathFromPSPath));
        foreach (CatalogFile file in loaded.Files)
        {
            string took = file.Milliseconds.ToString("0.0", CultureInfo.InvariantCulture);
            WriteVerbose($"{file.Path}: {NumberText.Plain(file.Entries)} {(file.Entries == 1 ? "entry" : "entries")} in {took} ms");
        }
        foreach (CatalogProblem problem in loaded.Problems)
        {
            WriteError(Errors.CatalogProblem(problem));
        }
        return loaded;
    }
}
