namespace LlmSizing;

/// <summary>What one start of the shell is asked to do.</summary>
internal enum ShellMode
{
    Prompt,
    Pipeline,
    ScriptFile,
    StandardInput,
    Help,
    Version,
    Wrong,
}
