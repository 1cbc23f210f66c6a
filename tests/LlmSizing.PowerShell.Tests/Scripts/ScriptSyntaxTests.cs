using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Xunit;

namespace LlmSizing.Tests.Scripts;

/// <summary>
/// The scripts that only pwsh can run (Pester suites, build.ps1) parse, and each command and parameter that they name exists:
/// in the staged module, in the engine, or among the commands of pwsh and Pester that this engine does not carry.
/// </summary>
public sealed class ScriptSyntaxTests(Session session) : IClassFixture<Session>
{
    // Microsoft.PowerShell.Utility, .Management and Pester 5, with the parameters that the scripts use.
    private static readonly Dictionary<string, string> OnlyInPwsh = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Add-Type"] = "AssemblyName",
        ["AfterAll"] = "",
        ["AfterEach"] = "",
        ["BeforeAll"] = "",
        ["BeforeDiscovery"] = "",
        ["BeforeEach"] = "",
        ["Context"] = "ForEach Skip",
        ["ConvertFrom-Json"] = "",
        ["ConvertTo-Json"] = "Depth Compress",
        ["Copy-Item"] = "Path Destination Recurse",
        ["Describe"] = "ForEach Skip Tag",
        ["Export-Csv"] = "Path NoTypeInformation UseCulture LiteralPath Encoding",
        ["ConvertTo-Csv"] = "NoTypeInformation",
        ["ConvertFrom-Csv"] = "",
        ["Format-List"] = "Property",
        ["Format-Table"] = "Property",
        ["Get-ChildItem"] = "Path LiteralPath Force File Filter Recurse",
        ["Get-Content"] = "Path LiteralPath Raw",
        ["Get-Item"] = "Path LiteralPath",
        ["Group-Object"] = "Property",
        ["Import-Csv"] = "Path UseCulture",
        ["Import-PowerShellDataFile"] = "Path",
        ["Invoke-Pester"] = "Path PassThru",
        ["It"] = "ForEach Skip TestCases",
        ["Join-Path"] = "",
        ["Measure-Object"] = "Property Sum",
        ["New-Item"] = "ItemType Path Force Target",
        ["Out-String"] = "Width",
        ["Pop-Location"] = "",
        ["Push-Location"] = "",
        ["Remove-Item"] = "ErrorAction LiteralPath Force Recurse",
        ["Resolve-Path"] = "",
        ["Select-Object"] = "First Property ExpandProperty",
        ["Set-Content"] = "Path Value LiteralPath",
        ["Set-Location"] = "LiteralPath",
        ["Should"] = "Be Not Match Because BeFalse BeTrue BeGreaterThan BeGreaterOrEqual BeLessThan BeOfType BeNullOrEmpty Contain BeLike HaveCount Throw BeExactly ErrorId",
        ["Sort-Object"] = "Unique Property",
        ["Split-Path"] = "Parent Leaf",
        ["TabExpansion2"] = "",
        ["Test-Path"] = "",
        ["Write-Warning"] = "",
    };

    public static TheoryData<string> Files => [.. Directory
        .EnumerateFiles(Repository.Root, "*.ps1", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "out" || part.StartsWith('.')))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_script_parses_and_names_commands_and_parameters_that_exist(string file)
    {
        Ast script = Parser.ParseFile(Repository.PathOf(file), out _, out ParseError[] errors);

        Assert.Empty(errors.Select(error => $"{error.Extent.StartLineNumber}: {error.Message}"));
        HashSet<string> own = script.FindAll(ast => ast is FunctionDefinitionAst, true).Cast<FunctionDefinitionAst>().Select(function => function.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Empty(script.FindAll(ast => ast is CommandAst, true).Cast<CommandAst>().SelectMany(command => Complaints(command, own)));
    }

    [Fact]
    public void There_are_scripts_to_look_at() =>
        Assert.Superset(new HashSet<object?> { "build.ps1", "tests/pester/LlmSizing.Tests.ps1" }, Files.Select<object?[], object?>(row => row[0]).ToHashSet());

    private IEnumerable<string> Complaints(CommandAst command, HashSet<string> own)
    {
        string? name = command.GetCommandName();
        if (name is null || own.Contains(name) || name == "dotnet")
        {
            return [];
        }
        string[]? parameters = OnlyInPwsh.TryGetValue(name, out string? known) ? known.Split(' ') : ParametersOf(name);
        string place = $"line {command.Extent.StartLineNumber}: {name}";
        return parameters is null
            ? [place + " is no command"]
            : command.CommandElements.OfType<CommandParameterAst>()
                .Where(used => !parameters.Contains(used.ParameterName, StringComparer.OrdinalIgnoreCase))
                .Select(used => $"{place} has no parameter -{used.ParameterName}");
    }

    private string[]? ParametersOf(string name)
    {
        return session.Run("Get-Command -Name $args[0] -ErrorAction Ignore", name).Output is not [{ BaseObject: CommandInfo command }, ..]
            ? null
            : [.. command.Parameters.Values.SelectMany(parameter => parameter.Aliases.Prepend(parameter.Name))];
    }
}
