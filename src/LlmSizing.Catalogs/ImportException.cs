using System;

namespace LlmSizing;

/// <summary>A file that nothing can be made of: broken, beyond a limit, of an unknown kind, or a model that keeps no KV cache.</summary>
public sealed class ImportException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="reason">What is wrong and what would be needed, in one or more sentences.</param>
    /// <param name="field">The field that is to blame, such as <c>text_config.num_attention_heads</c>, or null.</param>
    public ImportException(string reason, string? field = null) : base(reason) => Field = field;

    /// <summary>The field that is to blame, or null where it is the file.</summary>
    public string? Field { get; }
}
