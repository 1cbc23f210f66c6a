using System.Net;

namespace LlmSizing;

/// <summary>What the hub answered.</summary>
internal sealed class HubAnswer
{
    public HubAnswer(HttpStatusCode status, byte[] bytes, long? total, string? commit, string? errorCode)
    {
        Status = status;
        Bytes = bytes;
        Total = total;
        Commit = commit;
        ErrorCode = errorCode;
    }

    public HttpStatusCode Status { get; }

    public byte[] Bytes { get; }

    /// <summary>Bytes of the whole file, or null where the answer does not say.</summary>
    public long? Total { get; }

    /// <summary>The commit that the revision stands for, or null.</summary>
    public string? Commit { get; }

    /// <summary>The hub's word for what is wrong, such as GatedRepo.</summary>
    public string? ErrorCode { get; }

    public bool IsFound => Status is HttpStatusCode.OK or HttpStatusCode.PartialContent;
}
