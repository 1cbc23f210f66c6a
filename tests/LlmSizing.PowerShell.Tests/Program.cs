using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace LlmSizing.Tests;

/// <summary>
/// The process of its own that some tests need: <c>dotnet LlmSizing.PowerShell.Tests.dll "script" arguments</c> runs the script in a runspace
/// in which nothing was imported, and prints what it writes.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using PowerShell shell = PowerShell.Create(runspace).AddScript(args[0]);
        foreach (string argument in args.Skip(1))
        {
            shell.AddArgument(argument);
        }
        foreach (PSObject? item in shell.Invoke())
        {
            Console.Out.Write(item + "\n");
        }
        foreach (ErrorRecord error in shell.Streams.Error)
        {
            Console.Error.Write(error + "\n");
        }
        return shell.Streams.Error.Count > 0 ? 1 : 0;
    }
}
