using System;

namespace LlmSizing;

/// <summary>An input that cannot be sized: out of its range, or so large that a number would not fit. Names the input.</summary>
public sealed class SizingException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="input">The parameter's or catalog field's name, such as <c>Concurrency</c>.</param>
    /// <param name="message">What is wrong and what to write.</param>
    public SizingException(string input, string message) : base(message) => Input = input;

    /// <summary>The input that is to blame.</summary>
    public string Input { get; }
}
