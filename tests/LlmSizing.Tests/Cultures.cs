using System;
using System.Globalization;
using Xunit;

namespace LlmSizing.Tests;

/// <summary>The four cultures that a test runs in; they also exist where the system has no culture data.</summary>
internal static class Cultures
{
    public static TheoryData<string> Names => ["", "en-US", "pt-BR", "de-DE"];

    public static void Run(string name, Action test)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo uiBefore = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Create(name);
            test();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = uiBefore;
        }
    }

    private static CultureInfo Create(string name)
    {
        // With DOTNET_SYSTEM_GLOBALIZATION_INVARIANT a named culture does not exist: what it would do to numbers does.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        if (name is "pt-BR" or "de-DE")
        {
            culture.NumberFormat.NumberDecimalSeparator = culture.NumberFormat.PercentDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = culture.NumberFormat.PercentGroupSeparator = ".";
            culture.NumberFormat.NegativeSign = "\u2212";
        }
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return culture;
        }
    }
}
