using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LlmSizing.Commands;

/// <summary>Completes one of a few words.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.Matching(WordsFor(wordToComplete), wordToComplete);

    /// <summary>The words.</summary>
    private protected abstract IEnumerable<Completion> Words { get; }

    /// <summary>The words, where what was typed decides them.</summary>
    private protected virtual IEnumerable<Completion> WordsFor(string typed) => Words;
}

/// <summary>Completes KV precisions, after a slash that of the values; the tooltip says the bytes.</summary>
public sealed class KvPrecisionCompleter : WordCompleter
{
    private protected override IEnumerable<Completion> Words =>
        KvPrecision.All.Select(precision => new Completion(precision.Name, $"{NumberText.AsWritten(precision.BytesPerElement)} byte(s) an element"));

    private protected override IEnumerable<Completion> WordsFor(string typed)
    {
        int slash = typed.IndexOf('/');
        return slash < 0 ? Words : KvPrecision.All
            .Select(precision => KvPrecision.Find(typed.Substring(0, slash + 1) + precision.Name))
            .OfType<KvPrecision>()
            .Where(pair => !pair.IsUniform)
            .Select(pair => new Completion(pair.Name, $"keys in {NumberText.AsWritten(pair.Key.BytesPerElement)}, values in {NumberText.AsWritten(pair.Value.BytesPerElement)} byte(s) an element"));
    }
}

/// <summary>Completes routing policies.</summary>
public sealed class RoutingPolicyCompleter : WordCompleter
{
    private protected override IEnumerable<Completion> Words => RoutingPolicy.All.Select(policy => new Completion(policy.Name, policy.Name));
}

/// <summary>Completes metric names; the tooltip says the unit.</summary>
public sealed class MetricCompleter : WordCompleter
{
    private protected override IEnumerable<Completion> Words => MetricList.All.Select(metric => new Completion(metric.Id, "in " + metric.Unit));
}

/// <summary>Completes the cultures that there are texts for.</summary>
public sealed class CultureCompleter : WordCompleter
{
    private protected override IEnumerable<Completion> Words => CatalogStore.Library.Cultures.Select(culture => new Completion(culture, culture));
}

/// <summary>Completes the names of the dictionary; the tooltip says what they are.</summary>
public sealed class ParameterNameCompleter : WordCompleter
{
    private protected override IEnumerable<Completion> Words =>
        CatalogStore.Library.GetParameters(null).Select(parameter => new Completion(parameter.Name, parameter.Description));
}

/// <summary>Completes the report formats; the tooltip says the file extensions.</summary>
public sealed class ReportFormatCompleter : WordCompleter
{
    private protected override IEnumerable<Completion> Words =>
        ReportFormatList.All.Select(format => new Completion(format.Name, string.Join(", ", format.Extensions)));
}

/// <summary>Completes the engines; the tooltip says the newest version whose rules are known.</summary>
public sealed class EngineCompleter : WordCompleter
{
    private protected override IEnumerable<Completion> Words => EngineList.All.Select(engine => new Completion(engine.Name, "up to " + engine.NewestVersion));
}

/// <summary>Completes auto and the degrees that are common; the tooltip says what they mean.</summary>
public sealed class TensorParallelCompleter : WordCompleter
{
    private static readonly string[] Degrees = ["1", "2", "4", "8", "16"];

    private protected override IEnumerable<Completion> Words => new[] { new Completion("auto", "the placement with the fewest nodes") }
        .Concat(Degrees.Select(degree => new Completion(degree, degree + " GPU(s) split each matrix")));
}

/// <summary>Completes the quantisations; the tooltip says what they store how.</summary>
public sealed class QuantizationCompleter : WordCompleter
{
    private protected override IEnumerable<Completion> Words => QuantizationList.All.Select(known => new Completion(known.Name, known.Description));
}

/// <summary>Completes the goals of a search; the tooltip says what comes first.</summary>
public sealed class PlacementGoalCompleter : WordCompleter
{
    private protected override IEnumerable<Completion> Words => PlacementGoal.All.Select(goal => new Completion(goal.Name, goal.Description));
}
