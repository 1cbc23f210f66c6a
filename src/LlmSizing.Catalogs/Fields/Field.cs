namespace LlmSizing;

/// <summary>A field of a mapping: what may stand there. The reader works from it, and the JSON Schemas are held against it.</summary>
internal abstract class Field
{
    protected Field(string name, bool isRequired, string description)
    {
        Name = name;
        IsRequired = isRequired;
        Description = description;
    }

    public string Name { get; }

    public bool IsRequired { get; }

    /// <summary>What it is, with its unit.</summary>
    public string Description { get; }

    /// <summary>What belongs there, for "write …".</summary>
    public abstract string Expected { get; }

    /// <summary>The value, or null when it was refused.</summary>
    public object? Read(Node value, Place place)
    {
        if (value.Defect is not null)
        {
            place.Refuse(value, Name, value.Defect);
            return null;
        }
        if (value is ScalarNode { IsPlain: true } scalar && PlainText.IsNull(scalar.Text))
        {
            place.Refuse(
                value, Name, ProblemCodes.EmptyValue, $"{Name} has no value.",
                IsRequired ? $"Write {Expected}." : $"Write {Expected}, or leave the field out where it is not known.");
            return null;
        }
        return ReadValue(value, place);
    }

    /// <summary>The value, or null when it was refused.</summary>
    protected abstract object? ReadValue(Node value, Place place);

    /// <summary>Refuses a value of another type.</summary>
    protected object? WrongType(Node value, Place place, string? suggestion = null)
    {
        place.Refuse(value, Name, ProblemCodes.WrongType, $"{Name} is {value.Kind}.", suggestion ?? $"Write {Expected}.");
        return null;
    }
}

/// <summary>A field whose value has a type.</summary>
internal abstract class Field<T> : Field
{
    protected Field(string name, bool isRequired, string description)
        : base(name, isRequired, description)
    {
    }
}
