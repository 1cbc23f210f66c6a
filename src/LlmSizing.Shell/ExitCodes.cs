namespace LlmSizing;

/// <summary>What the process answers to its caller.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>An error record was written, or a terminating error ended the pipeline.</summary>
    public const int Failed = 1;

    /// <summary>The pipeline or script does not parse; nothing of it was run.</summary>
    public const int NotParsed = 2;

    /// <summary>The command line itself is wrong (EX_USAGE of sysexits.h, as pwsh answers).</summary>
    public const int Usage = 64;

    /// <summary>128 + SIGINT: stopped from the keyboard.</summary>
    public const int Interrupted = 130;

    /// <summary>128 + SIGPIPE: the reader of standard output went away, as in <c>… | head -1</c>.</summary>
    public const int OutputClosed = 141;
}
