using System;

namespace LlmSizing;

/// <summary>The file cannot be read as a whole. Never leaves this assembly: it becomes a <see cref="CatalogProblem"/>.</summary>
internal sealed class RefusedFileException : Exception
{
    public RefusedFileException(string code, long line, long column, string message, string suggestion) : base(message)
    {
        Code = code;
        Line = line;
        Column = column;
        Suggestion = suggestion;
    }

    public string Code { get; }

    public long Line { get; }

    public long Column { get; }

    public string Suggestion { get; }
}
