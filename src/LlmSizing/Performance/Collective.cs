namespace LlmSizing;

/// <summary>A communication that every token of a step takes part in.</summary>
internal sealed class Collective
{
    public Collective(string name, long ranks, long times, double bytesPerToken, double bandwidth)
    {
        Name = name;
        Ranks = ranks;
        Times = times;
        BytesPerToken = bytesPerToken;
        Bandwidth = bandwidth;
    }

    /// <summary>all_reduce, all_to_all or point_to_point.</summary>
    public string Name { get; }

    /// <summary>GPUs that take part.</summary>
    public long Ranks { get; }

    /// <summary>Times in a step.</summary>
    public long Times { get; }

    /// <summary>Bytes that a GPU sends for a token each time: 2 (n - 1) / n of the hidden state in a ring all-reduce (Patarasuk and Yuan 2009, doi 10.1016/j.jpdc.2008.09.002).</summary>
    public double BytesPerToken { get; }

    /// <summary>Bytes per second of the slowest link in one direction.</summary>
    public double Bandwidth { get; }
}
