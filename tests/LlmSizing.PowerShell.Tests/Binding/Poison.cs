using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;

namespace LlmSizing.Tests.Binding;

/// <summary>What is not a number, or could be read as another one, and has to be refused by every numeric parameter.</summary>
internal static class Poison
{
    public static IReadOnlyDictionary<string, object?> Values { get; } = new Dictionary<string, object?>
    {
        ["decimal comma"] = "0,2",
        ["thousands or decimals"] = "131.072",
        ["empty"] = "",
        ["blank"] = " ",
        ["tab"] = "\t",
        ["null"] = null,
        ["true"] = true,
        ["NaN"] = "NaN",
        ["Infinity"] = "Infinity",
        ["infinity sign"] = "∞",
        ["1e400"] = "1e400",
        ["1e3 as text"] = "1e3",
        ["underscore"] = "1_000",
        ["hexadecimal"] = "0x10",
        ["suffix as text"] = "64kb",
        ["minus one"] = -1,
        ["minus one as text"] = "-1",
        ["two points"] = "1.000.000",
        ["grouped by commas"] = "1,000",
        ["letters behind"] = "12abc",
        ["blank inside"] = "1 000",
        ["no-break space inside"] = "1\u00a0000",
        ["narrow no-break space inside"] = "1\u202f000",
        ["apostrophe inside"] = "1'000",
        ["plus in front"] = "+5",
        ["minus behind"] = "5-",
        ["in brackets"] = "(5)",
        ["with a currency sign"] = "$5",
        ["with a percent sign"] = "20%",
        ["point at the end"] = "1.",
        ["fraction"] = "1/2",
        ["an expression"] = "1+1",
        ["double NaN"] = double.NaN,
        ["double infinity"] = double.PositiveInfinity,
        ["double minus infinity"] = double.NegativeInfinity,
        ["float NaN"] = float.NaN,
        ["double beyond every range"] = 1e300,
        ["decimal beyond every range"] = decimal.MaxValue,
        ["unsigned long beyond every range"] = ulong.MaxValue,
        ["text of a hundred digits"] = new string('9', 100),
        ["date"] = new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc),
        ["time span"] = TimeSpan.FromTicks(5),
        ["enumeration"] = DayOfWeek.Friday,
        ["version"] = new Version(1, 0),
        ["character"] = '5',
        ["hashtable"] = new Hashtable { ["a"] = 1 },
        ["object"] = new PSObject(new { Value = 5 }),
        ["record"] = Record(),
        ["array in an array"] = new object[] { new object[] { 1 } },
        ["empty array"] = Array.Empty<object>(),
        ["empty list"] = new ArrayList(),
        ["array with a null"] = new object?[] { 1, null },
        ["array with a bad number at its end"] = new object[] { 1, 1, "0,2" },
        ["full-width digits"] = "５００",
        ["Arabic digits"] = "٥٠٠",
        ["superscript"] = "5²",
        ["zero-width space"] = "5\u200b",
        ["no-break space around"] = "\u00a05\u00a0",
        ["line break behind"] = "5\n",
        ["null character"] = "5\0",
    };

    /// <summary>Refused where whole numbers are asked for.</summary>
    public static IReadOnlyDictionary<string, object?> Fractions { get; } = new Dictionary<string, object?>
    {
        ["half as text"] = "65536.5",
        ["half"] = 65536.5,
        ["decimal half"] = 65536.5m,
        ["131.072"] = 131.072,
        ["zero"] = 0,
        ["above the range"] = 1_000_000_001,
        ["above the range as text"] = "1000000001",
    };

    private static PSObject Record()
    {
        var record = new PSObject();
        record.Properties.Add(new PSNoteProperty("Value", 5));
        return record;
    }
}
