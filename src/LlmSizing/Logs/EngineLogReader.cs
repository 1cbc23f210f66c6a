using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Reads a start-up log line by line, in time linear in its length and in memory that does not grow with it.</summary>
/// <remarks>A number is read only where what follows it shows that the line was not cut inside it. A start of the engine begins anew: the last one counts.</remarks>
public sealed class EngineLogReader
{
    /// <summary>Characters of a line that are looked at; the rest cannot be a start-up line of an engine.</summary>
    public const int LongestLine = 1 << 16;

    private const int LongestText = 400;
    private const int MostObservations = 4096;

    // A process that starts prints its arguments before anything else.
    private static readonly string[] Starts = ["non-default args: ", "vLLM API server version ", "server_args=ServerArgs(", "server_args: "];

    private readonly List<LogObservation> observations = [];
    private readonly Dictionary<(LogQuantity, string), int> places = [];
    private readonly Dictionary<string, LogSetting> settings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> votes = new(StringComparer.Ordinal);
    private long lines;

    /// <summary>Reads one line.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="isWhole">Whether it is known to end where it ends; the last line of a file without a line end is not.</param>
    public void Read(string line, bool isWhole = true) => ReadAt(line, lines + 1, isWhole);

    /// <summary>What was read.</summary>
    public EngineLog Finish()
    {
        string? engine = votes.OrderByDescending(vote => vote.Value).Select(vote => vote.Key).FirstOrDefault();
        return new EngineLog(engine, [.. observations, .. LogDerivation.Of(observations)], [.. settings.Values], lines);
    }

    internal void ReadAt(string line, long number, bool isWhole)
    {
        lines = number;
        isWhole &= line.Length <= LongestLine;
        string plain = LogText.Plain(line.Length <= LongestLine ? line : line.Substring(0, LongestLine));
        if (observations.Count > 0 && IsStart(plain))
        {
            observations.Clear();
            places.Clear();
            settings.Clear();
        }
        ReadArguments(plain);
        foreach (LogSettingRule rule in LogSettingRule.All)
        {
            if (rule.Find(plain, isWhole) is string value)
            {
                Set(rule.Name, value);
            }
        }
        foreach (LogRule rule in LogRules.All)
        {
            Apply(rule, plain, isWhole);
        }
    }

    private static bool IsStart(string line) =>
        line.StartsWith("build: ", StringComparison.Ordinal) || Starts.Any(start => line.IndexOf(start, StringComparison.Ordinal) >= 0);

    private void ReadArguments(string line)
    {
        foreach ((string engine, string marker, bool isPart) in LogArgumentNames.Lists)
        {
            int start = line.IndexOf(marker, StringComparison.Ordinal);
            if (start < 0)
            {
                continue;
            }
            var seen = new HashSet<string>();
            foreach (KeyValuePair<string, string> argument in LogArguments.Read(line, isPart ? start : start + marker.Length))
            {
                // The first is the engine's own; a later one belongs to a part of it, such as its draft model.
                if (LogArgumentNames.Names.TryGetValue(argument.Key, out string? name) && seen.Add(name) && argument.Value is not ("None" or "null" or ""))
                {
                    Vote(engine);
                    Set(name, argument.Value);
                }
            }
        }
    }

    private void Apply(LogRule rule, string line, bool isWhole)
    {
        int start = 0;
        for (int position = rule.Find(line, ref start); position >= 0; position = rule.Find(line, ref start))
        {
            if (rule.Read(line, position, isWhole) is LogNumber number)
            {
                string rank = rule.IsByDevice ? LogText.WordBefore(line, start) : LogText.Rank(line, start);
                string text = line.Length <= LongestText ? line : line.Substring(0, LongestText);
                Add(rule, new LogObservation(rule.Quantity, number.Value, number.Step, rank, lines, text.Trim()));
            }
            start = position;
        }
    }

    private void Add(LogRule rule, LogObservation seen)
    {
        Vote(rule.Engine);
        bool isKnown = places.TryGetValue((seen.Quantity, seen.Rank), out int place);
        if (!isKnown)
        {
            Append(seen);
        }
        else if (rule.Repeat == LogRepeat.First)
        {
            if (rule.Next is LogQuantity next && seen.Line != observations[place].Line)
            {
                Append(new LogObservation(next, seen.Value, seen.Step, seen.Rank, seen.Line, seen.Text));
            }
        }
        else if (rule.Repeat == LogRepeat.Sum)
        {
            LogObservation before = observations[place];
            observations[place] = new LogObservation(seen.Quantity, before.Value + seen.Value, before.Step + seen.Step, seen.Rank, seen.Line, seen.Text);
        }
        else if (rule.Repeat == LogRepeat.Last || seen.Rank.Length > 0)
        {
            observations[place] = seen;
        }
        else if (observations[place].Value != seen.Value)
        {
            Append(seen);
        }
    }

    private void Append(LogObservation seen)
    {
        if (observations.Count < MostObservations)
        {
            places[(seen.Quantity, seen.Rank)] = observations.Count;
            observations.Add(seen);
        }
    }

    private void Set(string name, string value) => settings[name] = new LogSetting(name, value, lines);

    private void Vote(string engine) => votes[engine] = votes.TryGetValue(engine, out int count) ? count + 1 : 1;
}
