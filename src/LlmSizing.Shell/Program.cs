using System;

namespace LlmSizing;

internal static class Program
{
    private static int Main(string[] args)
    {
        // The engine reports module loads to its makers unless told not to; a sizing tool sends nothing anywhere.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

        var console = ShellConsole.Open();
        var arguments = ShellArguments.Parse(args, console.InIsTerminal && console.OutIsTerminal);
        if (!console.OutHasColour && arguments.Mode != ShellMode.Prompt) console.KeepPlain();
        switch (arguments.Mode)
        {
            case ShellMode.Help:
                console.Out.WriteLine(Usage.Text.ReplaceLineEndings("\n"));
                return ExitCodes.Success;
            case ShellMode.Version:
                console.Out.WriteLine(Versions.Text);
                return ExitCodes.Success;
            case ShellMode.Wrong:
                console.Error.WriteLine(arguments.Text + " --help prints the usage.");
                return ExitCodes.Usage;
            default:
                return new ShellRun(console, arguments).Run();
        }
    }
}
