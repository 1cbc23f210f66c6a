namespace LlmSizing;

/// <summary>What the hub's refusals mean and what to do.</summary>
internal static class HubErrors
{
    public static ImportException Refused(HubAnswer answer, string repository, string revision, string file, bool sendsToken)
    {
        string credentials = sendsToken ? "the token of HF_TOKEN does not open it" : "no token was sent: set HF_TOKEN, and use https";
        string reason = ((int)answer.Status, answer.ErrorCode) switch
        {
            (_, "GatedRepo") => $"'{repository}' is gated: accept its terms on the hub; {credentials}.",
            (404, "RevisionNotFound") => $"'{repository}' has no revision '{revision}'.",
            (401, _) => $"There is no repository '{repository}', or it is private: {credentials}.",
            (403, _) => $"The hub forbids '{repository}': {credentials}.",
            (404, "RepoNotFound") => $"There is no repository '{repository}'.",
            (404, _) => $"There is no {file} in '{repository}' at '{revision}', or no such repository. Of a repository of GGUF files, download one and import it with -Path.",
            (416, _) => $"{file} of '{repository}' has no content.",
            _ => $"The hub answered {NumberText.Plain((int)answer.Status)} for {file} of '{repository}'.",
        };
        return new ImportException(reason, "Repository");
    }
}
