using System;
using System.Globalization;

namespace LlmSizing.Help;

/// <summary>A page that help cannot be made of. The message has the form that MSBuild reads as an error of that file and line.</summary>
internal sealed class PageException : Exception
{
    internal PageException(string path, int line, string message)
        : base(string.Create(CultureInfo.InvariantCulture, $"{path}({line}): error HELP: {message}"))
    {
    }
}
