using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace LlmSizing.Catalogs.Tests.Hub;

/// <summary>A hub on this machine: answers each request with the bytes that a function makes of it.</summary>
internal sealed class LoopbackHub : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string, byte[]?> answer;

    /// <param name="answer">From the path and the headers to the whole answer; null keeps silent.</param>
    public LoopbackHub(Func<string, string, byte[]?> answer)
    {
        this.answer = answer;
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        _ = Task.Run(AcceptAsync);
    }

    public string Address { get; }

    public ConcurrentQueue<(string Path, string Headers)> Requests { get; } = new();

    public void Dispose() => listener.Stop();

    /// <summary>A hub that serves files, whole or by ranges.</summary>
    public static LoopbackHub Of(IReadOnlyDictionary<string, byte[]> files, bool knowsRanges = true) => new((path, headers) => Serve(files, path, headers, knowsRanges));

    public static byte[]? Serve(IReadOnlyDictionary<string, byte[]> files, string path, string headers, bool knowsRanges = true)
    {
        if (!files.TryGetValue(path[(path.LastIndexOf('/') + 1)..].Split('?')[0], out byte[]? file))
        {
            return Answer("404 Not Found", [], "X-Error-Code: EntryNotFound");
        }
        string? range = headers.Split("\r\n").FirstOrDefault(line => line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase));
        if (range is null || !knowsRanges)
        {
            return Answer("200 OK", file);
        }
        long[] ends = [.. range[13..].Split('-').Select(end => long.Parse(end, CultureInfo.InvariantCulture))];
        byte[] part = file[(int)ends[0]..(int)Math.Min(file.Length, ends[1] + 1)];
        return Answer("206 Partial Content", part, $"Content-Range: bytes {ends[0]}-{ends[0] + part.Length - 1}/{file.Length}");
    }

    public static byte[] Answer(string status, byte[] body, string more = "X-Nothing: 1", long? length = null) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {length ?? body.Length}\r\nConnection: close\r\n{more}\r\n\r\n"), .. body];

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync();
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return;
            }
            _ = Task.Run(() => ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, false, 1024, leaveOpen: true);
                string path = (await reader.ReadLineAsync())?.Split(' ')[1] ?? "";
                var headers = new StringBuilder();
                for (string? line; (line = await reader.ReadLineAsync()) is { Length: > 0 };)
                {
                    headers.Append(line).Append("\r\n");
                }
                Requests.Enqueue((path, headers.ToString()));
                if (answer(path, headers.ToString()) is byte[] bytes)
                {
                    await client.GetStream().WriteAsync(bytes);
                }
                else
                {
                    await Task.Delay(3000);
                }
            }
            catch (IOException)
            {
                // The client has gone, as some tests want it to.
            }
        }
    }
}
