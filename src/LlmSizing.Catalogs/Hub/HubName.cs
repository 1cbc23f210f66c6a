using System;
using System.Linq;

namespace LlmSizing;

/// <summary>Names of repositories and revisions.</summary>
internal static class HubName
{
    /// <exception cref="ImportException">It is none; a name never leads out of its place in an address or a folder.</exception>
    public static void Check(string repository, string revision)
    {
        string[] words = repository.Split('/');
        if (words.Length > 2 || !words.All(IsWord) || repository.Contains("--"))
        {
            throw new ImportException($"{Shown.Quoted(repository)} is no repository: write organisation/name, such as Qwen/Qwen3-8B.", "Repository");
        }
        if (!revision.Split('/').All(IsWord))
        {
            throw new ImportException($"{Shown.Quoted(revision)} is no revision: write a branch, a tag or a commit, such as main.", "Revision");
        }
    }

    /// <summary>Whether a revision is a commit, which never changes.</summary>
    public static bool IsCommit(string revision) => revision.Length == 40 && revision.All(letter => letter is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private static bool IsWord(string word) => word.Length is > 0 and <= 96 && word[0] is not ('.' or '-') && !word.Contains("..") && !word.EndsWith(".", StringComparison.Ordinal)
        && word.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-');
}
