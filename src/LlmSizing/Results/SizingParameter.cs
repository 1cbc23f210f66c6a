namespace LlmSizing;

/// <summary>An entry of the dictionary: what a parameter is and what people get wrong about it.</summary>
public sealed class SizingParameter
{
    /// <summary>Creates the entry.</summary>
    public SizingParameter(string name, string description, string origin, string importance, string commonError, bool inReport)
    {
        Name = name;
        Description = description;
        Origin = origin;
        Importance = importance;
        CommonError = commonError;
        InReport = inReport;
    }

    /// <summary>The name in snake_case.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public string Description { get; }

    /// <summary>Where the value comes from.</summary>
    public string Origin { get; }

    /// <summary>Why it matters.</summary>
    public string Importance { get; }

    /// <summary>What people get wrong.</summary>
    public string CommonError { get; }

    /// <summary>Whether the text report prints it.</summary>
    public bool InReport { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
