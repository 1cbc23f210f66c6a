namespace LlmSizing;

/// <summary>What <c>--help</c> prints.</summary>
internal static class Usage
{
    public const string Text = """
        LlmSizing.Shell runs PowerShell pipelines with the LlmSizing module loaded.

        Usage: dotnet run --project src/LlmSizing.Shell -- [-NonInteractive] <what to run>

          "<pipeline>"               run the pipeline (-Command, -c: the same)
          -File script.ps1 [args]    run a script with its arguments (-f: the same)
          -                          read a script from standard input
          (nothing)                  open a prompt on a terminal, else read a script from standard input
          -NonInteractive            never ask: a missing parameter or a confirmation is an error
          --help, -?                 print this text
          --version                  print the versions of this program, the engine and .NET

        The module is the one that the build staged in out/LlmSizing; LLMSIZING_MODULE names another manifest or folder.
        The host carries the engine's core cmdlets (Where-Object, ForEach-Object, Import-Module, Get-Help ...) and
        LlmSizing; Export-Csv, Select-Object, Format-Table and the like come with pwsh.

        Output goes to standard output as UTF-8, errors, warnings and progress to standard error. NO_COLOR is honoured.
        Exit code: 0 done, 1 an error was written, 2 it does not parse, 64 wrong arguments, 130 Ctrl+C,
        141 the reader of the output went away, else what 'exit' says.
        """;
}
