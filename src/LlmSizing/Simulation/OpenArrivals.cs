namespace LlmSizing;

/// <summary>Requests that do not wait for each other: a Poisson process, or a beat.</summary>
internal sealed class OpenArrivals : ArrivalSource
{
    private readonly LengthSource lengths;
    private readonly double period;
    private readonly SeededRandom? gaps;
    private long count;
    private long next;

    public OpenArrivals(double requestsPerSecond, bool isPoisson, LengthSource lengths, long seed, long requests, long until)
        : base(requests, until)
    {
        this.lengths = lengths;
        period = 1e9 / requestsPerSecond;
        gaps = isPoisson ? new SeededRandom(seed, 3) : null;
        next = isPoisson ? Gap() : 0;
    }

    protected override long Next => next;

    protected override Arrival Advance()
    {
        Arrival arrival = lengths.At(next);
        count++;
        next = gaps is null ? (long)((count * period) + 0.5) : next + Gap();
        return arrival;
    }

    private long Gap() => (long)((-period * PortableMath.Log(gaps!.NextDouble())) + 0.5);
}
