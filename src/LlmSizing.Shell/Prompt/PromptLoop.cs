using System.Linq;
using System.Management.Automation;

namespace LlmSizing;

/// <summary>The interactive prompt: read, run, again, until Ctrl+D or <c>exit</c>.</summary>
internal sealed class PromptLoop(ShellConsole console, EngineSession session, PipelineRunner runner)
{
    private const string Continuation = ">> ";
    private const string FallbackPrompt = "PS> ";

    private readonly LineReader reader = new(console);
    private readonly LineHistory history = new();

    public int Run()
    {
        console.Out.WriteLine(Versions.Text);
        console.Out.WriteLine("Tab completes, up and down recall, Ctrl+C stops, Ctrl+D or exit leaves.");
        console.Out.WriteLine("Get-Command -Module LlmSizing lists the cmdlets, Get-Help explains them.");
        var editor = new LineEditor(history, new EngineCompletion(session.Runspace).Complete, ParseCheck.IsUnfinished);
        while (session.Host.ExitCode is null)
        {
            var reading = console.CanEdit ? reader.Read(editor, Prompt(), Continuation) : ReadOnDumbTerminal();
            if (reading.End == LineEnd.Closed) break;
            if (reading.End == LineEnd.Cancelled || string.IsNullOrWhiteSpace(reading.Text)) continue;
            history.Add(reading.Text);
            Execute(reading.Text);
        }

        return session.Host.ExitCode ?? ExitCodes.Success;
    }

    private void Execute(string text)
    {
        if (ParseCheck.Text(text, "This") is { } wrong) session.UI.WriteErrorLine(wrong);
        else runner.Run(text, addToHistory: true);
        if (session.UI.OpenLine.Length > 0) session.UI.WriteLine();
    }

    private LineReading ReadOnDumbTerminal()
    {
        var text = string.Empty;
        do
        {
            console.Out.Write(text.Length == 0 ? Prompt() : Continuation);
            var reading = reader.Read(string.Empty);
            if (reading.End != LineEnd.Submitted) return reading;
            text = text.Length == 0 ? reading.Text : text + "\n" + reading.Text;
        }
        while (ParseCheck.IsUnfinished(text));
        return new LineReading(LineEnd.Submitted, text);
    }

    // The operator's own prompt function, as in pwsh; its colours would upset the editor's count of columns.
    private string Prompt()
    {
        using var shell = PowerShell.Create(session.Runspace);
        try
        {
            var text = shell.AddCommand("prompt").Invoke().LastOrDefault()?.ToString();
            return string.IsNullOrEmpty(text) ? FallbackPrompt : PlainText.Of(text);
        }
        catch (RuntimeException e)
        {
            session.UI.WriteErrorLine(ErrorText.Of(e.ErrorRecord));
            return FallbackPrompt;
        }
    }
}
