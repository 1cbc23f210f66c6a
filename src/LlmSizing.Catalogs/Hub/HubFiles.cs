using System;
using System.Linq;
using System.Net;

namespace LlmSizing;

/// <summary>The files of a repository at a revision; after the first answer, at its commit, so that all are of one version.</summary>
internal sealed class HubFiles : ModelFiles
{
    private readonly HubConnection connection;
    private readonly string repository;
    private string revision;
    private bool wasFound;

    public HubFiles(HubConnection connection, string repository, string revision)
    {
        this.connection = connection;
        this.repository = repository;
        this.revision = revision;
    }

    public override string Place => $"{connection.Endpoint}/{repository} at {revision}";

    public override byte[]? Find(string name, int most) => Ask(name, null, most)?.Bytes;

    public override FileSource? Open(string name) => Ask(name, new ByteRange(0, HubFile.FirstBytes), HubFile.FirstBytes) is HubAnswer first
        ? new HubFile(this, name, first.Total ?? throw new ImportException($"The hub does not say how long {Shown.Quoted(name)} is."), first.Bytes)
        : null;

    /// <summary>Asks for a file or a part of it; null where there is none of that name.</summary>
    internal HubAnswer? Ask(string name, ByteRange? range, int most)
    {
        string path = $"{repository}/resolve/{Uri.EscapeDataString(revision)}/{Uri.EscapeDataString(name)}";
        HubAnswer answer = connection.Get(path, range, most);
        if (answer.IsFound)
        {
            wasFound = true;
            revision = answer.Commit is string commit && HubName.IsCommit(commit) ? commit : revision;
            return answer;
        }
        // Once a file was found the repository is there: what is missing then is the file.
        bool isAbsent = answer.Status == HttpStatusCode.NotFound && wasFound && answer.ErrorCode is null or "EntryNotFound";
        return isAbsent ? null : throw HubErrors.Refused(answer, repository, revision, name, connection.SendsToken);
    }
}
