using System;
using System.IO;

namespace LlmSizing;

/// <summary>Where and how the hub is reached.</summary>
public sealed class HubOptions
{
    private const string DefaultEndpoint = "https://huggingface.co";

    /// <summary>Creates the settings.</summary>
    /// <param name="endpoint">The hub's address; https, or http on this machine.</param>
    /// <param name="token">Sent to the endpoint's host alone, or null.</param>
    /// <param name="cacheFolder">The folder of the local cache.</param>
    /// <param name="isOffline">Whether only the cache is used.</param>
    /// <param name="timeout">How long one answer may take.</param>
    /// <param name="log">Takes what is asked, without secrets.</param>
    /// <exception cref="ImportException">The endpoint is no address, or the token has characters that no token has.</exception>
    public HubOptions(string endpoint, string? token, string cacheFolder, bool isOffline, TimeSpan timeout, Action<string>? log = null)
    {
        Endpoint = Uri.TryCreate(endpoint.TrimEnd('/'), UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0
            ? address
            : throw new ImportException("HF_ENDPOINT is no address such as https://huggingface.co.", "HF_ENDPOINT");
        Token = string.IsNullOrWhiteSpace(token) ? null : token!.Trim();
        foreach (char letter in Token ?? "")
        {
            if (letter is <= ' ' or > '~')
            {
                throw new ImportException("HF_TOKEN has a character that no token has.", "HF_TOKEN");
            }
        }
        CacheFolder = cacheFolder;
        IsOffline = isOffline;
        Timeout = timeout;
        Log = log ?? (_ => { });
    }

    /// <summary>The hub's address.</summary>
    public Uri Endpoint { get; }

    /// <summary>The folder of the local cache.</summary>
    public string CacheFolder { get; }

    /// <summary>Whether only the cache is used.</summary>
    public bool IsOffline { get; }

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; }

    // Neither public nor in a text: a token is no output.
    internal string? Token { get; }

    internal Action<string> Log { get; }

    /// <summary>The first wait before another try; it doubles.</summary>
    internal TimeSpan Backoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The settings of HF_ENDPOINT, HF_TOKEN, HF_HUB_CACHE, HF_HOME and HF_HUB_OFFLINE.</summary>
    /// <param name="timeout">How long one answer may take.</param>
    /// <param name="isOffline">Whether only the cache is used; the variable may say so too.</param>
    /// <param name="log">Takes what is asked, without secrets.</param>
    /// <exception cref="ImportException">A variable is not what it should be.</exception>
    public static HubOptions FromEnvironment(TimeSpan timeout, bool isOffline, Action<string>? log = null) => new(
        Variable("HF_ENDPOINT") ?? DefaultEndpoint, Variable("HF_TOKEN"), Cache(), isOffline || Variable("HF_HUB_OFFLINE")?.ToUpperInvariant() is "1" or "ON" or "YES" or "TRUE", timeout, log);

    private static string Cache()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.GetFullPath(Variable("HF_HUB_CACHE") ?? Path.Combine(Variable("HF_HOME") ?? Path.Combine(Variable("XDG_CACHE_HOME") ?? Path.Combine(home, ".cache"), "huggingface"), "hub"));
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
