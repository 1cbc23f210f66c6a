using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace LlmSizing;

/// <summary>What the engine asks a person: missing parameters, confirmations, credentials. Where nobody can answer it is an error at once.</summary>
internal sealed class HostQuestions(ShellHostUI ui, LineReader reader, Interruption interruption, bool mayAsk)
{
    public string ReadLine()
    {
        Require();
        return Answer(reader.Read(ui.OpenLine));
    }

    public SecureString ReadSecret()
    {
        Require();
        var secret = reader.ReadSecret();
        ui.WriteLine();
        return secret ?? throw Interrupted();
    }

    public Dictionary<string, PSObject> AskFields(string caption, string message, Collection<FieldDescription> fields)
    {
        Require();
        Introduce(caption, message);
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields) answers[field.Name] = PSObject.AsPSObject(AskField(field));
        return answers;
    }

    public int AskChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Require();
        Introduce(caption, message);
        var list = new ChoiceList(choices, defaultChoice);
        while (true)
        {
            ui.Write(list.Question);
            var answer = ReadLine();
            if (answer.Trim() == "?")
            {
                foreach (var line in list.Help) ui.WriteLine(line);
                continue;
            }

            if (list.TryPick(answer, out var picked)) return picked;
        }
    }

    public PSCredential AskCredential(string caption, string message, string userName)
    {
        Require();
        Introduce(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            ui.Write("User: ");
            userName = ReadLine();
        }

        ui.Write($"Password for user {userName}: ");
        return new PSCredential(userName, ReadSecret());
    }

    private object AskField(FieldDescription field)
    {
        if (field.ParameterTypeName == nameof(SecureString)) return AskSecretField(field);
        if (!field.ParameterTypeFullName.EndsWith("[]", StringComparison.Ordinal))
        {
            ui.Write(field.Name + ": ");
            return ReadLine();
        }

        // An array takes a line for each element, an empty line ends it.
        var values = new List<string>();
        while (true)
        {
            ui.Write(FormattableString.Invariant($"{field.Name}[{values.Count}]: "));
            var value = ReadLine();
            if (value.Length == 0) return values.ToArray();
            values.Add(value);
        }
    }

    private SecureString AskSecretField(FieldDescription field)
    {
        ui.Write(field.Name + ": ");
        return ReadSecret();
    }

    private void Introduce(string caption, string message)
    {
        if (!string.IsNullOrEmpty(caption)) ui.WriteLine(caption);
        if (!string.IsNullOrEmpty(message)) ui.WriteLine(message);
    }

    private string Answer(LineReading reading) => reading.End switch
    {
        LineEnd.Submitted => reading.Text,
        LineEnd.Closed => string.Empty,
        _ => throw Interrupted(),
    };

    // Ctrl+C at a question means the pipeline that asked it.
    private PipelineStoppedException Interrupted()
    {
        interruption.Note();
        return new PipelineStoppedException();
    }

    private void Require()
    {
        if (mayAsk) return;
        throw new HostException(
            "Nobody can be asked here: the host runs without a terminal or with -NonInteractive. Give the parameter, or -Confirm:$false.",
            innerException: null,
            errorId: "NonInteractive",
            ErrorCategory.ResourceUnavailable);
    }
}
