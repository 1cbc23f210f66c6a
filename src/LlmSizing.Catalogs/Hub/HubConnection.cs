using System;
using System.Threading;
using System.Threading.Tasks;

namespace LlmSizing;

/// <summary>Asks the hub and tries again what may pass.</summary>
internal sealed class HubConnection : IDisposable
{
    private const int MostTries = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly HubOptions options;
    private readonly CancellationToken cancellation;
    private readonly HubRequest request;

    public HubConnection(HubOptions options, CancellationToken cancellation)
    {
        this.options = options;
        this.cancellation = cancellation;
        request = new HubRequest(options);
    }

    public string Endpoint => options.Endpoint.AbsoluteUri.TrimEnd('/');

    public bool SendsToken => request.SendsToken;

    /// <summary>Asks for a file or a part of it.</summary>
    /// <param name="path">The path below the endpoint.</param>
    /// <param name="range">The part, or null for the whole.</param>
    /// <param name="most">Bytes that the answer may have.</param>
    /// <exception cref="ImportException">No answer, or one that is longer or other than was asked for.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public HubAnswer Get(string path, ByteRange? range, int most)
    {
        var address = new Uri($"{Endpoint}/{path}");
        for (int tries = 1; ; tries++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                // On a thread of the pool: the caller's may have a context that an answer would wait for.
                return Task.Run(() => request.SendAsync(address, range, most, cancellation)).GetAwaiter().GetResult();
            }
            catch (HubBusyException busy)
            {
                Wait(tries, busy);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => request.Dispose();

    private void Wait(int tries, HubBusyException busy)
    {
        TimeSpan wait = busy.RetryAfter ?? TimeSpan.FromTicks(options.Backoff.Ticks << (tries - 1));
        if (tries == MostTries)
        {
            throw new ImportException($"{busy.Message} It was tried {NumberText.Plain(tries)} times.");
        }
        if (wait > LongestWait)
        {
            throw new ImportException($"{busy.Message} It asks to wait {NumberText.Plain((long)wait.TotalSeconds)} seconds: try again then.");
        }
        options.Log($"{busy.Message} Trying again in {NumberText.AsWritten(decimal.Round((decimal)wait.TotalSeconds, 1))} s.");
        cancellation.WaitHandle.WaitOne(wait);
    }
}
