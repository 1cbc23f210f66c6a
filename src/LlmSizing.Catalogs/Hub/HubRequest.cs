using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace LlmSizing;

/// <summary>One question and its answer, over redirects. The token goes to the endpoint's host alone.</summary>
internal sealed class HubRequest : IDisposable
{
    private const int MostRedirects = 8;

    private readonly HubOptions options;
    private readonly HttpClient client;

    public HubRequest(HubOptions options)
    {
        this.options = options;
        // Redirects are followed here, where the token can be left out; the proxy is the system's.
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("LlmSizing/0.1");
    }

    /// <summary>Whether there is a token, and a connection that may carry it.</summary>
    public bool SendsToken => options.Token is not null && IsSafe(options.Endpoint);

    public async Task<HubAnswer> SendAsync(Uri address, ByteRange? range, int most, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            return await FollowAsync(address, range, most, limit.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (cancellation.IsCancellationRequested && error is not ImportException)
        {
            throw new OperationCanceledException("The import was stopped.", error, cancellation);
        }
        catch (Exception error) when (limit.IsCancellationRequested && error is not ImportException)
        {
            throw new ImportException($"{Shown(address)} did not answer within {NumberText.AsWritten(decimal.Round((decimal)options.Timeout.TotalSeconds, 3))} seconds; -Timeout gives it longer.");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new HubBusyException($"{Shown(address)} cannot be reached, or cut its answer off: {Innermost(error)}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<HubAnswer> FollowAsync(Uri address, ByteRange? range, int most, CancellationToken limit)
    {
        string? commit = null;
        for (int redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using HttpRequestMessage message = Message(address, range);
            options.Log("GET " + Shown(address));
            using HttpResponseMessage response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit).ConfigureAwait(false);
            commit ??= response.Headers.TryGetValues("X-Repo-Commit", out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                return await HubBody.ReadAsync(response, range, most, commit, limit).ConfigureAwait(false);
            }
            address = Next(address, response.Headers.Location);
        }
        throw new ImportException($"The hub redirects more than {NumberText.Plain(MostRedirects)} times.");
    }

    private HttpRequestMessage Message(Uri address, ByteRange? range)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        if (range is ByteRange part)
        {
            message.Headers.Range = new RangeHeaderValue(part.Offset, part.Offset + part.Count - 1);
        }
        bool isEndpoint = address.Scheme == options.Endpoint.Scheme && address.Authority == options.Endpoint.Authority;
        if (options.Token is not null && isEndpoint && IsSafe(address))
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        }
        return message;
    }

    private static Uri Next(Uri address, Uri? location)
    {
        Uri next = location is null ? throw new ImportException("The hub redirects without saying where to.") : new Uri(address, location);
        bool isGood = next.Scheme == "https" || (next.Scheme == "http" && address.Scheme == "http");
        return isGood ? next : throw new ImportException($"The hub redirects from {address.Scheme} to {next.Scheme}, which is not followed.");
    }

    private static bool IsSafe(Uri address) => address.Scheme == "https" || address.IsLoopback;

    // Without the query: the one of a redirect is a signature that opens the file to whoever has it.
    private static string Shown(Uri address) => address.GetLeftPart(UriPartial.Path);

    private static string Innermost(Exception error) => error.InnerException is Exception inner ? Innermost(inner) : error.Message;
}
