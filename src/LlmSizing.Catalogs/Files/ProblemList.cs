using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The problems of one file, up to a number that somebody may still read.</summary>
internal sealed class ProblemList
{
    /// <summary>Problems of a file after which it is not read further.</summary>
    public const int Maximum = 1000;

    private readonly string path;
    private readonly List<CatalogProblem> problems = [];

    public ProblemList(string path) => this.path = path;

    /// <summary>Problems so far, listed or not: an entry is refused if the number grew while it was read.</summary>
    public long Count { get; private set; }

    /// <summary>Enough: composing more would only cost time, and a hostile file has a hundred thousand.</summary>
    public bool IsFull => Count >= Maximum;

    public void Add(long line, long column, string? entry, string? field, string code, string message, string suggestion)
    {
        if (++Count <= Maximum)
        {
            problems.Add(new CatalogProblem(path, line, column, entry, field, code, message, suggestion));
        }
    }

    public void Add(RefusedFileException refused) => Add(refused.Line, refused.Column, null, null, refused.Code, refused.Message, refused.Suggestion);

    /// <summary>A problem of the path as a whole.</summary>
    public void Add(string code, string message, string suggestion) => Add(0, 0, null, null, code, message, suggestion);

    /// <summary>The problems in the order of the file.</summary>
    public IEnumerable<CatalogProblem> ToList()
    {
        IEnumerable<CatalogProblem> ordered = problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column);
        return IsFull
            ? ordered.Append(new CatalogProblem(
                path, 0, 0, null, null, ProblemCodes.TooManyProblems,
                $"The file has {NumberText.Plain(Maximum)} problems or more; what follows them was not read.", "Solve the listed ones first."))
            : ordered;
    }
}
