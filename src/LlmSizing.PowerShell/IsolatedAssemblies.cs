using System;
using System.IO;
using System.Reflection;

namespace LlmSizing.Commands;

/// <summary>
/// Loads LlmSizing.Catalogs and its YamlDotNet from the folder <c>isolated</c>, apart from the copies that other modules bring:
/// in an AssemblyLoadContext of their own on .NET, with LoadFrom on .NET Framework, where that type does not exist
/// (which is why it is reached by reflection).
/// </summary>
internal static class IsolatedAssemblies
{
    private const string CatalogsName = "LlmSizing.Catalogs";

    private static readonly string Folder = Path.Combine(ModuleFolder, "isolated");

    private static readonly Lazy<Assembly> Catalogs = new(Load);

    static IsolatedAssemblies() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    internal static string ModuleFolder => Path.GetDirectoryName(typeof(IsolatedAssemblies).Assembly.Location)!;

    /// <summary>Its first call subscribes, in the static constructor; later ones, from other runspaces, do nothing.</summary>
    internal static void Register()
    {
    }

    private static Assembly? Resolve(object? sender, ResolveEventArgs request) =>
        new AssemblyName(request.Name).Name == CatalogsName ? Catalogs.Value : null;

    private static Assembly Load()
    {
        string catalogs = Path.Combine(Folder, CatalogsName + ".dll");
        Type? contextType = Type.GetType("System.Runtime.Loader.AssemblyLoadContext");
        if (contextType is null)
        {
            return Assembly.LoadFrom(catalogs);
        }
        object context = Activator.CreateInstance(contextType, CatalogsName, false)!;
        MethodInfo load = contextType.GetMethod("LoadFromAssemblyPath")!;
        // A context looks among its own assemblies first, so what Catalogs refers to must be there before it.
        load.Invoke(context, [Path.Combine(Folder, "YamlDotNet.dll")]);
        return (Assembly)load.Invoke(context, [catalogs])!;
    }
}
