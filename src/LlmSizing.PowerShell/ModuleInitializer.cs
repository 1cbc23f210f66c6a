using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Runs when the module is imported: it only says where the isolated assemblies are. Nothing is read.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport() => IsolatedAssemblies.Register();
}
