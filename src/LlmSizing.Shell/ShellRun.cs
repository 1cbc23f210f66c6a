using System;
using System.IO;
using System.Management.Automation;

namespace LlmSizing;

/// <summary>One start of the shell, from a parsed command line to an exit code.</summary>
internal sealed class ShellRun(ShellConsole console, ShellArguments arguments)
{
    public int Run()
    {
        switch (arguments.Mode)
        {
            case ShellMode.Prompt:
                return InSession((session, runner) => new PromptLoop(console, session, runner).Run());
            case ShellMode.ScriptFile:
                return RunFile(Path.GetFullPath(arguments.Text));
            case ShellMode.StandardInput:
                return RunText(ShellConsole.ReadStandardInput(), "The script on standard input");
            default:
                return RunText(arguments.Text, "The pipeline");
        }
    }

    private int RunText(string text, string what) =>
        ParseCheck.Text(text, what) is { } wrong
            ? Refuse(wrong, ExitCodes.NotParsed)
            : InSession((_, runner) => runner.Run(text));

    private int RunFile(string path)
    {
        if (!path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase)) return Refuse($"-File runs .ps1 scripts; '{path}' is none.", ExitCodes.Usage);
        if (!File.Exists(path)) return Refuse($"-File: there is no script '{path}'.", ExitCodes.Usage);
        return ParseCheck.File(path) is { } wrong
            ? Refuse(wrong, ExitCodes.NotParsed)
            : InSession((_, runner) => runner.RunFile(path, arguments.Rest));
    }

    private int InSession(Func<EngineSession, PipelineRunner, int> run)
    {
        var named = Environment.GetEnvironmentVariable(ModuleLocator.Variable);
        if (!ModuleLocator.TryFind(named, AppContext.BaseDirectory, out var manifest, out var problem)) return Refuse(problem, ExitCodes.Failed);

        using var interruption = new Interruption();
        var mayAsk = !arguments.NonInteractive && arguments.Mode != ShellMode.StandardInput;
        var ui = new ShellHostUI(console, interruption, mayAsk);
        EngineSession session;
        try
        {
            session = EngineSession.Open(ui, manifest, console.OutHasColour);
        }
        catch (RuntimeException e)
        {
            ui.WriteErrorLine(ErrorText.Of(e.ErrorRecord));
            return ExitCodes.Failed;
        }

        using (session) return run(session, new PipelineRunner(session, interruption));
    }

    private int Refuse(string message, int exitCode)
    {
        console.Error.WriteLine(message);
        return exitCode;
    }
}
