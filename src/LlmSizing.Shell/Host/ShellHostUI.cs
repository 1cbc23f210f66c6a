using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace LlmSizing;

/// <summary>
/// Data and host text go to standard output; errors, warnings, verbose, debug and progress to standard error,
/// so that what is piped onwards is the answer alone.
/// </summary>
internal sealed class ShellHostUI : PSHostUserInterface
{
    private const string Red = "\u001b[31;1m";
    private const string Yellow = "\u001b[33;1m";
    private const string Reset = "\u001b[0m";

    private readonly ShellConsole console;
    private readonly HostQuestions questions;
    private string openLine = string.Empty;

    public ShellHostUI(ShellConsole console, Interruption interruption, bool mayAsk)
    {
        this.console = console;
        RawUI = new ShellRawUI(console);
        Progress = new ProgressLine(console);
        questions = new HostQuestions(this, new LineReader(console), interruption, mayAsk && console.InIsTerminal && console.OutIsTerminal);
    }

    public override PSHostRawUserInterface RawUI { get; }

    public override bool SupportsVirtualTerminal => console.OutHasColour;

    public ProgressLine Progress { get; }

    /// <summary>Whether the reader of standard output went away.</summary>
    public bool OutputClosed { get; private set; }

    /// <summary>What stands on the current line of the screen: an editor that redraws the line needs it.</summary>
    internal string OpenLine => openLine;

    public override void Write(string value) => ToOutput(value, newLine: false);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        ToOutput(Colours.Wrap(value, foregroundColor, backgroundColor), newLine: false);

    public override void WriteLine(string value) => ToOutput(value, newLine: true);

    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        ToOutput(Colours.Wrap(value, foregroundColor, backgroundColor), newLine: true);

    public override void WriteErrorLine(string value) => ToError(value, Red);

    public void WriteNativeErrorLine(string value) => ToError(value, colour: string.Empty);

    public override void WriteWarningLine(string message) => ToError("WARNING: " + message, Yellow);

    public override void WriteVerboseLine(string message) => ToError("VERBOSE: " + message, Yellow);

    public override void WriteDebugLine(string message) => ToError("DEBUG: " + message, Yellow);

    public override void WriteProgress(long sourceId, ProgressRecord record) => Progress.Show(record);

    public override string ReadLine() => questions.ReadLine();

    public override SecureString ReadLineAsSecureString() => questions.ReadSecret();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        questions.AskFields(caption, message, descriptions);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        questions.AskChoice(caption, message, choices, defaultChoice);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        questions.AskCredential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => questions.AskCredential(caption, message, userName);

    private void ToOutput(string? value, bool newLine)
    {
        var text = console.OutHasColour ? value ?? string.Empty : PlainText.Of(value ?? string.Empty);
        Progress.Clear();
        try
        {
            if (newLine) console.Out.WriteLine(text);
            else console.Out.Write(text);
        }
        catch (IOException e) when (StandardOutput.IsClosed(e))
        {
            // Stops the pipeline past every catch of the script: there is nobody left to write for.
            OutputClosed = true;
            throw new PipelineStoppedException("Standard output was closed by its reader.");
        }

        var lastBreak = text.LastIndexOf('\n');
        openLine = newLine ? string.Empty : lastBreak >= 0 ? text[(lastBreak + 1)..] : openLine + text;
    }

    private void ToError(string value, string colour)
    {
        // A message may quote what an operator or a file said: its escape sequences never reach the terminal.
        var text = PlainText.Of(value);
        Progress.Clear();
        console.Error.WriteLine(console.ErrorHasColour && colour.Length > 0 ? colour + text + Reset : text);
    }
}
