using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using LlmSizing.Catalogs.Tests.Safetensors;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Hub;

public sealed class HubTests : IDisposable
{
    private const string Token = "hf_secretsecret";
    private static readonly string Commit = new('a', 40);

    private readonly TempFolder cache = new();
    private readonly List<string> log = [];
    private readonly Dictionary<string, byte[]> files = new() { ["config.json"] = Encoding.UTF8.GetBytes(CheckpointSample.Config) };

    public void Dispose() => cache.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_repository_is_imported_by_headers_alone_with_or_without_ranges(bool knowsRanges)
    {
        AddWeights();
        using LoopbackHub hub = LoopbackHub.Of(files, knowsRanges);
        Model model = Import(hub);
        Assert.Equal(("name", "org/name"), (model.Name, model.Aliases.Single()));
        Assert.Contains("exactly what the sizes", model.Notes, StringComparison.Ordinal);
        Assert.All(hub.Requests, request => Assert.StartsWith("/org/name/resolve/main/", request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void A_config_alone_makes_a_model_and_a_missing_one_is_an_error()
    {
        using LoopbackHub hub = LoopbackHub.Of(files);
        Assert.Null(Import(hub).WeightsGib);
        files.Clear();
        Assert.Contains("There is no config.json", Refused(hub), StringComparison.Ordinal);
    }

    [Fact]
    public void The_token_goes_to_the_endpoint_and_not_where_it_redirects_to()
    {
        using LoopbackHub other = LoopbackHub.Of(files);
        using var hub = new LoopbackHub((path, _) => path.EndsWith("config.json", StringComparison.Ordinal) && !path.EndsWith("quant_config.json", StringComparison.Ordinal)
            ? LoopbackHub.Answer("302 Found", [], $"Location: {other.Address}/blob/config.json?signature=s3cret") : LoopbackHub.Answer("404 Not Found", []));
        Assert.NotNull(Import(hub, Token));
        Assert.All(hub.Requests, request => Assert.Contains("Bearer " + Token, request.Headers, StringComparison.Ordinal));
        Assert.NotEmpty(other.Requests);
        Assert.All(other.Requests, request => Assert.DoesNotContain("Authorization", request.Headers, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(log, line => line.Contains(Token, StringComparison.Ordinal) || line.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_redirect_on_the_same_host_keeps_the_token()
    {
        using var hub = new LoopbackHub((path, headers) => path.StartsWith("/moved", StringComparison.Ordinal)
            ? LoopbackHub.Serve(files, path, headers) : LoopbackHub.Answer("307 Temporary Redirect", [], "Location: /moved/" + path[(path.LastIndexOf('/') + 1)..]));
        Assert.NotNull(Import(hub, Token));
        Assert.All(hub.Requests, request => Assert.Contains(Token, request.Headers, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("401 Unauthorized", "X-Nothing: 1", "or it is private: no token was sent")]
    [InlineData("403 Forbidden", "X-Error-Code: GatedRepo", "is gated: accept its terms")]
    [InlineData("403 Forbidden", "X-Nothing: 1", "forbids 'org/name'")]
    [InlineData("404 Not Found", "X-Nothing: 1", "There is no config.json in 'org/name'")]
    [InlineData("404 Not Found", "X-Error-Code: RepoNotFound", "There is no repository 'org/name'")]
    [InlineData("404 Not Found", "X-Error-Code: RevisionNotFound", "has no revision 'main'")]
    [InlineData("418 Teapot", "X-Nothing: 1", "answered 418")]
    [InlineData("302 Found", "X-Nothing: 1", "without saying where to")]
    [InlineData("302 Found", "Location: /again", "redirects more than 8 times")]
    [InlineData("302 Found", "Location: file:///etc/passwd", "which is not followed")]
    public void A_refusal_says_why_and_is_not_tried_again(string status, string header, string words)
    {
        using var hub = new LoopbackHub((_, _) => LoopbackHub.Answer(status, [], header));
        Assert.Contains(words, Refused(hub), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("429 Too Many Requests", "Retry-After: 0")]
    [InlineData("503 Service Unavailable", "X-Nothing: 1")]
    public void A_busy_hub_is_asked_again(string status, string header)
    {
        int asked = 0;
        using var hub = new LoopbackHub((path, headers) => Interlocked.Increment(ref asked) <= 2 ? LoopbackHub.Answer(status, [], header) : LoopbackHub.Serve(files, path, headers));
        Assert.NotNull(Import(hub));
    }

    [Fact]
    public void A_hub_that_stays_busy_or_asks_for_an_hour_is_an_error()
    {
        using var busy = new LoopbackHub((_, _) => LoopbackHub.Answer("429 Too Many Requests", []));
        Assert.Contains("tried 4 times", Refused(busy), StringComparison.Ordinal);
        Assert.Equal(4, busy.Requests.Count);
        using var later = new LoopbackHub((_, _) => LoopbackHub.Answer("429 Too Many Requests", [], "Retry-After: 3600"));
        Assert.Contains("asks to wait 3600 seconds", Refused(later), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_answer_is_asked_for_again()
    {
        int asked = 0;
        using var hub = new LoopbackHub((path, headers) => Interlocked.Increment(ref asked) == 1 ? LoopbackHub.Answer("200 OK", [1, 2, 3], length: 100) : LoopbackHub.Serve(files, path, headers));
        Assert.NotNull(Import(hub));
    }

    [Fact]
    public void A_huge_answer_another_part_and_silence_end_soon()
    {
        using var huge = new LoopbackHub((_, _) => LoopbackHub.Answer("200 OK", [1], length: 1L << 40));
        Assert.Contains("longer than", Refused(huge), StringComparison.Ordinal);
        using var wrong = new LoopbackHub((_, _) => LoopbackHub.Answer("206 Partial Content", [1], "Content-Range: bytes 5-5/6"));
        Assert.Contains("another part of the file", Refused(wrong), StringComparison.Ordinal);
        using var silent = new LoopbackHub((_, _) => null);
        var watch = Stopwatch.StartNew();
        Assert.Contains("did not answer within 0.5 seconds", Refused(silent, 0.5), StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.4, 10);
    }

    [Fact]
    public void An_import_that_is_stopped_stops()
    {
        using var silent = new LoopbackHub((_, _) => null);
        using var stop = new CancellationTokenSource(200);
        Assert.ThrowsAny<OperationCanceledException>(() => ModelImporter.ImportRepository("org/name", "main", Options(silent.Address, null, 30), null, stop.Token));
    }

    [Fact]
    public void Offline_takes_the_cache_and_says_what_is_not_there()
    {
        var offline = new HubOptions("http://127.0.0.1:9", null, cache.Path, true, TimeSpan.FromSeconds(1));
        Assert.Contains("-Offline or HF_HUB_OFFLINE", Assert.Throws<ImportException>(() => ModelImporter.ImportRepository("org/name", "main", offline)).Message, StringComparison.Ordinal);
        cache.Write("models--org--name/refs/main", Commit);
        cache.Write($"models--org--name/snapshots/{Commit}/config.json", CheckpointSample.Config);
        Assert.Equal("name", ModelImporter.ImportRepository("org/name", "main", offline).Name);
        Assert.Equal("name", ModelImporter.ImportPath(cache.PathOf($"models--org--name/snapshots/{Commit}")).Name);
        // A commit never changes: nothing is asked.
        Assert.NotNull(ModelImporter.ImportRepository("org/name", Commit, Options("http://127.0.0.1:9", null, 1)));
    }

    [Theory]
    [InlineData("../x", "main")]
    [InlineData("a/b/c", "main")]
    [InlineData("a/..", "main")]
    [InlineData("https://example.org/x", "main")]
    [InlineData("a/b?x=1", "main")]
    [InlineData("org/name", "../../x")]
    [InlineData("org/name", "a b")]
    [InlineData("org/name", "")]
    public void A_name_that_leads_elsewhere_is_refused_before_anything_is_asked(string repository, string revision) =>
        Assert.Throws<ImportException>(() => ModelImporter.ImportRepository(repository, revision, Options("http://127.0.0.1:9", null, 1)));

    [Theory]
    [InlineData("ftp://x", null)]
    [InlineData("x", null)]
    [InlineData("https://user:pass@x", null)]
    [InlineData("https://x", "a b")]
    [InlineData("https://x", "a\r\nHost: y")]
    public void Settings_that_cannot_be_right_are_refused_without_the_token_in_the_words(string endpoint, string? token)
    {
        ImportException refused = Assert.Throws<ImportException>(() => new HubOptions(endpoint, token, cache.Path, false, TimeSpan.FromSeconds(1)));
        Assert.DoesNotContain(token ?? "pass", refused.Message, StringComparison.Ordinal);
    }

    private Model Import(LoopbackHub hub, string? token = null) => ModelImporter.ImportRepository("org/name", "main", Options(hub.Address, token, 30));

    private string Refused(LoopbackHub hub, double timeout = 30) =>
        Assert.Throws<ImportException>(() => ModelImporter.ImportRepository("org/name", "main", Options(hub.Address, null, timeout))).Message;

    private HubOptions Options(string endpoint, string? token, double timeout) => new(endpoint, token, cache.Path, false, TimeSpan.FromSeconds(timeout), line => log.Add(line)) { Backoff = TimeSpan.FromMilliseconds(10) };

    private void AddWeights()
    {
        using var folder = new TempFolder();
        CheckpointSample.Whole().Write(folder.PathOf("m"));
        files["model.safetensors"] = File.ReadAllBytes(folder.PathOf("m"));
    }
}
