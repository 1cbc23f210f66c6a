using System.Collections.Generic;

namespace LlmSizing;

/// <summary>
/// A line of a JSONL trace as Mooncake publishes them (kvcache-ai/Mooncake, FAST25-release/traces): timestamp in milliseconds, input_length, output_length and hash_ids,
/// the ids of the prompt's blocks of 512 tokens from its first on.
/// </summary>
internal sealed class MooncakeRow(JsonLimits limits) : TraceRow
{
    public override bool IsHeader => false;

    public override TraceRequest Read(string line, long number)
    {
        JsonView row = Parse(line, number);
        double milliseconds = row.TryGet("timestamp", out JsonView time) && time.AsNumber() is >= 0 and <= 1e15 and double given
            ? given
            : throw Wrong(number, "timestamp should be a number of milliseconds of 0 to 10^15");
        return new TraceRequest(milliseconds / 1000, Length(row, "input_length", number), Length(row, "output_length", number), Hashes(row, number));
    }

    // One object to a line: the place within it is what the reader's message gives as the byte.
    private JsonView Parse(string line, long number)
    {
        try
        {
            return JsonView.Parse(line, limits);
        }
        catch (ImportException error)
        {
            throw Wrong(number, error.Message.TrimEnd('.'));
        }
    }

    private static long Length(JsonView row, string name, long number)
    {
        string text = row.TryGet(name, out JsonView value) ? value.AsInteger() is long whole ? NumberText.Plain(whole) : value.ToString() : "missing";
        return Tokens(text, name, number);
    }

    private static long[]? Hashes(JsonView row, long number)
    {
        if (!row.TryGet("hash_ids", out JsonView ids) || ids.IsNull)
        {
            return null;
        }
        if (ids.Kind != JsonKind.Array)
        {
            throw Wrong(number, $"hash_ids should be a list, not {ids}");
        }
        var hashes = new List<long>(ids.Count);
        foreach (JsonView id in ids.Items())
        {
            hashes.Add(id.AsInteger() ?? throw Wrong(number, $"hash_ids should hold whole numbers, not {id}"));
        }
        return hashes.ToArray();
    }
}
