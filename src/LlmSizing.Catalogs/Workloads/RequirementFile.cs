using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A file of requirements: a fleet and its workloads in YAML or JSON, or a workload a row in CSV. Content never throws: what is wrong becomes a problem.</summary>
public sealed class RequirementFile
{
    private RequirementFile(IReadOnlyList<SizingRequirement> requirements, IReadOnlyList<CatalogProblem> problems)
    {
        Requirements = requirements;
        Problems = problems;
    }

    /// <summary>The workloads that were accepted, in the order of the file.</summary>
    public IReadOnlyList<SizingRequirement> Requirements { get; }

    /// <summary>What was refused, by line.</summary>
    public IReadOnlyList<CatalogProblem> Problems { get; }

    /// <summary>Reads a file by its extension: .csv, .json, or YAML.</summary>
    /// <param name="path">The file.</param>
    /// <param name="concurrency">Sessions that shares divide, in place of the file's total; 1 to 10^9.</param>
    public static RequirementFile Read(string path, long? concurrency = null)
    {
        if (path is null)
        {
            throw new ArgumentNullException(nameof(path));
        }
        var problems = new ProblemList(path);
        IReadOnlyList<SizingRequirement> requirements = [];
        try
        {
            string text = SourceText.Decode(FileBytes.Read(path));
            WorkloadList list = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                ? CsvWorkloads.Read(text, problems)
                : WorkloadDocument.Read(text, CatalogPaths.IsJson(path), problems);
            requirements = list.Resolve(path, concurrency);
        }
        catch (RefusedFileException refused)
        {
            problems.Add(refused.Code == ProblemCodes.EmptyFile ? WorkloadDocument.Empty() : refused);
        }
        return new RequirementFile(requirements, [.. problems.ToList()]);
    }
}
