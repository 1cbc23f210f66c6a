using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What may stand at a place of the text instead of what stands there.</summary>
internal sealed record Candidates(int Start, int Length, IReadOnlyList<string> Texts)
{
    public static Candidates None { get; } = new(0, 0, []);
}

/// <summary>Tab after Tab through the candidates, and Shift+Tab back.</summary>
internal sealed class CompletionCycle(Func<string, int, Candidates> complete)
{
    private Candidates candidates = Candidates.None;
    private string original = string.Empty;
    private int index = -1;

    /// <summary>Puts the next candidate into the buffer; false when there is none.</summary>
    public bool Step(LineBuffer buffer, bool forward)
    {
        if (index < 0)
        {
            original = buffer.Text;
            candidates = complete(original, buffer.Cursor);
            if (candidates.Texts.Count == 0) return false;
            index = forward ? 0 : candidates.Texts.Count - 1;
        }
        else
        {
            index = (index + (forward ? 1 : candidates.Texts.Count - 1)) % candidates.Texts.Count;
        }

        var text = candidates.Texts[index];
        buffer.Set(original.Remove(candidates.Start, candidates.Length).Insert(candidates.Start, text), candidates.Start + text.Length);

        // A single candidate is taken: the next Tab completes what follows from it, such as the folder's contents.
        if (candidates.Texts.Count == 1) Reset();
        return true;
    }

    /// <summary>Any other key: the next Tab begins anew.</summary>
    public void Reset() => index = -1;
}
