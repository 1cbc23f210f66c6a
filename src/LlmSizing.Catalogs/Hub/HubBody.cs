using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace LlmSizing;

/// <summary>Reads the body of an answer, never more of it than was asked for.</summary>
internal static class HubBody
{
    public static async Task<HubAnswer> ReadAsync(HttpResponseMessage response, ByteRange? range, int most, string? commit, CancellationToken limit)
    {
        int status = (int)response.StatusCode;
        if (status is 408 or 429 or 500 or 502 or 503 or 504)
        {
            throw new HubBusyException($"The hub answered {NumberText.Plain(status)}.", Wait(response));
        }
        if (status is not (200 or 206))
        {
            string? code = response.Headers.TryGetValues("X-Error-Code", out IEnumerable<string>? codes) ? codes.FirstOrDefault() : null;
            return new HubAnswer(response.StatusCode, [], null, commit, code);
        }
        bool isPart = status == 206;
        if (isPart && response.Content.Headers.ContentRange?.From != (range?.Offset ?? -1))
        {
            throw new HubBusyException("The hub answered with another part of the file than was asked for.");
        }
        long? total = isPart ? response.Content.Headers.ContentRange?.Length : response.Content.Headers.ContentLength;
        if (range is null && total > most)
        {
            throw TooLong(most);
        }
        using Stream body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        using (limit.Register(response.Dispose))
        {
            // A server that does not know ranges sends the file from its beginning: what lies before the part is read over.
            byte[] bytes = await TakeAsync(body, isPart ? 0 : range?.Offset ?? 0, range?.Count, most, limit).ConfigureAwait(false);
            CheckLength(bytes.Length, range, total);
            return new HubAnswer(response.StatusCode, bytes, total ?? (range is null ? bytes.Length : null), commit, null);
        }
    }

    private static void CheckLength(int length, ByteRange? range, long? total)
    {
        long? wanted = range is ByteRange part && total is long all ? Math.Min(part.Count, Math.Max(0, all - part.Offset)) : total;
        if (wanted is not null && length != wanted)
        {
            throw new HubBusyException($"The hub's answer has {NumberText.Plain(length)} bytes where {NumberText.Plain(wanted.Value)} were promised.");
        }
    }

    /// <param name="body">The answer.</param>
    /// <param name="skip">Bytes to read over.</param>
    /// <param name="count">Bytes to take, or null for all.</param>
    /// <param name="most">Bytes that all may be.</param>
    /// <param name="limit">Ends it.</param>
    private static async Task<byte[]> TakeAsync(Stream body, long skip, int? count, int most, CancellationToken limit)
    {
        using var taken = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        int read = 1;
        while (read > 0 && (count is null || taken.Length < count))
        {
            long wanted = count is int part ? skip + part - taken.Length : buffer.Length;
            read = await body.ReadAsync(buffer, 0, (int)Math.Min(buffer.Length, wanted), limit).ConfigureAwait(false);
            int over = (int)Math.Min(read, skip);
            skip -= over;
            taken.Write(buffer, over, read - over);
            if (taken.Length > most)
            {
                throw TooLong(most);
            }
        }
        return taken.ToArray();
    }

    private static TimeSpan? Wait(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: TimeSpan delta } => delta,
        { Date: DateTimeOffset date } => date > DateTimeOffset.UtcNow ? date - DateTimeOffset.UtcNow : TimeSpan.Zero,
        _ => null,
    };

    private static ImportException TooLong(int most) => new($"The hub's answer is longer than {NumberText.Plain(most)} bytes, the most that is read of such a file.");
}
