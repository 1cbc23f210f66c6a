namespace LlmSizing;

/// <summary>What one step of an engine computes on one attention rank: new tokens of prompts, and one token of each decoding sequence.</summary>
public readonly struct StepLoad
{
    /// <summary>Creates the load.</summary>
    /// <param name="prefillTokens">New tokens of prompts.</param>
    /// <param name="prefillPairs">Query and key pairs that they attend: the sum of new × past + new × (new + 1) / 2 over the prompts.</param>
    /// <param name="decodeSequences">Sequences that get one token.</param>
    /// <param name="decodeContext">Cached tokens of these sequences, summed.</param>
    /// <param name="draftTokens">Drafted tokens of these sequences that are verified besides, summed.</param>
    public StepLoad(long prefillTokens, double prefillPairs, long decodeSequences, double decodeContext, long draftTokens = 0)
    {
        DraftTokens = draftTokens;
        PrefillTokens = prefillTokens;
        PrefillPairs = prefillPairs;
        DecodeSequences = decodeSequences;
        DecodeContext = decodeContext;
    }

    /// <summary>New tokens of prompts.</summary>
    public long PrefillTokens { get; }

    /// <summary>Query and key pairs that they attend.</summary>
    public double PrefillPairs { get; }

    /// <summary>Sequences that get one token.</summary>
    public long DecodeSequences { get; }

    /// <summary>Cached tokens of the decoding sequences, summed.</summary>
    public double DecodeContext { get; }

    /// <summary>Drafted tokens that are verified besides, summed.</summary>
    public long DraftTokens { get; }

    /// <summary>Tokens of the step.</summary>
    public long Tokens => PrefillTokens + DecodeSequences + DraftTokens;

    // One token is sampled of each sequence that decodes, of each draft, and of a prompt that ends.
    internal double SampledTokens => DecodeSequences + DraftTokens + (PrefillTokens > 0 ? 1 : 0);

    /// <summary>A step that only decodes.</summary>
    /// <param name="sequences">Sequences.</param>
    /// <param name="context">Cached tokens of each.</param>
    public static StepLoad Decode(long sequences, double context) => new(0, 0, sequences, sequences * context);

    /// <summary>The pairs of new tokens that follow past ones: new × past + new × (new + 1) / 2.</summary>
    /// <param name="newTokens">New tokens.</param>
    /// <param name="past">Tokens before them.</param>
    public static double Pairs(double newTokens, double past) => (newTokens * past) + (newTokens * (newTokens + 1) / 2);
}
