using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Tests.Processes;

/// <summary>Another module's older YamlDotNet and this module's live in one process, whoever comes first.</summary>
public sealed class CoexistenceTests
{
    private const string Size = "'nodes ' + (Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 500 -EffectiveContext 65536 -Scenario ideal).NodesFinal; ";
    private const string Older = "ConvertFrom-OlderYaml 'a: 1'; ";
    private const string Loaded = "@([AppDomain]::CurrentDomain.GetAssemblies().ForEach({ $_.GetName() }).Where({ $_.Name -eq 'YamlDotNet' }).ForEach({ $_.Version.Major })) -join ' '; ";

    private static string OlderModule => Repository.PathOf("tests", "OlderYamlModule", "bin", Repository.Configuration, "netstandard2.0", "OlderYamlModule.dll");

    private static string OlderLibrary => Path.Combine(Path.GetDirectoryName(OlderModule)!, "YamlDotNet.dll");

    [Fact]
    public async Task A_module_that_loaded_an_older_one_first_goes_on_and_this_module_sizes() => Assert.Equal(
        ["a=1 by 13.0", "nodes 3", "a=1 by 13.0", "13 18"],
        await FreshProcess.Run("Import-Module $args[1]; " + Older + "Import-Module $args[0]; " + Size + Older + Loaded, Repository.Manifest, OlderModule));

    [Fact]
    public async Task A_module_that_loads_an_older_one_later_works_too() => Assert.Equal(
        ["nodes 3", "a=1 by 13.0", "nodes 3", "18 13"],
        await FreshProcess.Run("Import-Module $args[0]; " + Size + "Import-Module $args[1]; " + Older + Size + Loaded, Repository.Manifest, OlderModule));

    [Fact]
    public async Task An_older_one_that_a_script_loaded_by_hand_does_no_harm() => Assert.Equal(
        ["13", "nodes 3", "13 18"],
        await FreshProcess.Run("$null = [System.Reflection.Assembly]::LoadFrom($args[1]); " + Loaded + "Import-Module $args[0]; " + Size + Loaded, Repository.Manifest, OlderLibrary));

    [Fact]
    public async Task Two_runspaces_import_one_module_and_one_copy_of_the_library() => Assert.Equal(
        ["nodes 3", "nodes 3", "nodes 3", "18"],
        await FreshProcess.Run(
            "Import-Module $args[0]; " + Size
            + "$state = [initialsessionstate]::CreateDefault2(); $state.ImportPSModule($args[0]); $other = [runspacefactory]::CreateRunspace($state); $other.Open(); "
            + "$shell = [powershell]::Create(); $shell.Runspace = $other; $shell.AddScript($args[1]).Invoke(); $other.Dispose(); "
            + "Remove-Module LlmSizing; Import-Module $args[0]; " + Size + Loaded,
            Repository.Manifest, Size));
}
