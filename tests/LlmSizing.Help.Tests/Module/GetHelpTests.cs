using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests;

/// <summary>Get-Help of the real engine over the staged module, in a session of each language.</summary>
public sealed class GetHelpTests
{
    private const string English = "Says how many GPU nodes";
    private const string Portuguese = "Diz de quantos nós de GPU";

    [Theory]
    [InlineData("en-US", English)]
    [InlineData("pt-BR", Portuguese)]
    [InlineData("", English)]
    [InlineData("de-DE", English)]
    public void Full_help_is_found_in_the_language_of_the_session_or_in_English(string language, string synopsis)
    {
        string shown = Show("Get-Help Invoke-LlmSizing -Full", language);

        Assert.Contains(synopsis, shown, StringComparison.Ordinal);
        Assert.Contains("Invoke-LlmSizing [-Model] <ModelReference[]> [-Server] <ServerReference[]> [[-Storage]", shown, StringComparison.Ordinal);
        Assert.Contains("effective_context", shown, StringComparison.Ordinal);
        Assert.Contains("LlmSizing.ScenarioResult", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "Size one model on one server")]
    [InlineData("pt-BR", "Dimensionar um modelo em um servidor")]
    [InlineData("", "Size one model on one server")]
    public void Examples_show_the_command_and_what_it_prints(string language, string title)
    {
        string shown = Show("Get-Help Invoke-LlmSizing -Examples", language);

        Assert.Contains(title, shown, StringComparison.Ordinal);
        Assert.Contains("opt-oss-20b dgx-b200 recommended", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "Sessions at the same time")]
    [InlineData("pt-BR", "Sessões simultâneas")]
    [InlineData("", "Sessions at the same time")]
    public void A_parameter_is_described_with_what_the_engine_knows_of_it(string language, string words)
    {
        string shown = Show("Get-Help Invoke-LlmSizing -Parameter Concurrency", language);

        Assert.Contains("-Concurrency <long[]>", shown, StringComparison.Ordinal);
        Assert.Contains(words, shown, StringComparison.Ordinal);
        Assert.Contains("True (ByPropertyName)", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "SHORT DESCRIPTION", "How many GPU nodes a language model needs for a load, why, and what can go wrong.")]
    [InlineData("pt-BR", "DESCRIÇÃO BREVE", "De quantos nós de GPU um modelo de linguagem precisa para uma carga, por quê, e o que pode dar errado.")]
    [InlineData("", "SHORT DESCRIPTION", "How many GPU nodes a language model needs for a load, why, and what can go wrong.")]
    public void About_topics_are_found_with_their_synopsis(string language, string heading, string synopsis)
    {
        Assert.Contains(heading, Show("Get-Help about_LlmSizing", language), StringComparison.Ordinal);
        Assert.Equal(synopsis, In(language, session => session.Run("(Get-Help about_LlmSizing).Synopsis")).Output[0]!.BaseObject);
    }

    [Fact]
    public void Every_cmdlet_and_parameter_has_help_in_every_language() => Assert.All(HelpOfModule.Languages, language => In(language, session =>
    {
        foreach (CmdletInfo command in HelpOfModule.Commands)
        {
            PSObject help = session.Run($"Get-Help {command.Name} -Full").Output.Single()!;
            Assert.DoesNotContain(command.Name + " [", (string)help.Properties["Synopsis"].Value, StringComparison.Ordinal);
            Assert.Equal(HelpOfModule.ParametersOf(command).Count(), session.Run($"Get-Help {command.Name} -Parameter *").Output.Count(parameter => parameter!.Properties["description"].Value is not null));
        }
        return true;
    }));

    private static string Show(string command, string language) => In(language, session =>
    {
        using PowerShell shell = session.Shell(command).AddCommand("Out-Default");
        shell.Invoke();
        Assert.Empty(shell.Streams.Error);
        return session.Host.Shown;
    });

    private static T In<T>(string language, Func<Session, T> run)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo(language);
            using var session = new Session();
            return run(session);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
