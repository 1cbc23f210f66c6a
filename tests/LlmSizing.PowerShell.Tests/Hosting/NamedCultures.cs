using System.Globalization;
using Xunit;

namespace LlmSizing.Tests;

/// <summary>Whether cultures have names: with DOTNET_SYSTEM_GLOBALIZATION_INVARIANT a session cannot be in one.</summary>
internal static class NamedCultures
{
    public static void AreNeeded()
    {
        try
        {
            _ = CultureInfo.GetCultureInfo("pt-BR");
        }
        catch (CultureNotFoundException)
        {
            Skip.If(true, "The runtime was told to have no cultures.");
        }
    }
}
