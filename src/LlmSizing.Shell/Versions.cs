using System;
using System.Management.Automation;
using System.Reflection;

namespace LlmSizing;

/// <summary>What <c>--version</c> and the prompt's first line say.</summary>
internal static class Versions
{
    public static string Text =>
        $"LlmSizing {Informational(typeof(Versions))}, PowerShell engine {Informational(typeof(PSObject))}, .NET {Environment.Version}";

    // The part after "+" is a commit, before it is what people know.
    private static string Informational(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+', ' ')[0] ?? "unknown";
}
