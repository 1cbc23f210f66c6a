using System;

namespace LlmSizing;

/// <summary>A matrix as a file holds it.</summary>
internal readonly struct StoredMatrix : IEquatable<StoredMatrix>
{
    public StoredMatrix(string suffix, long copies, long rows, long columns, WeightFormat format)
    {
        Suffix = suffix;
        Copies = copies;
        Rows = rows;
        Columns = columns;
        Format = format;
    }

    /// <summary>Empty for the weight itself, else the part beside it: bias, input_scale.</summary>
    public string Suffix { get; }

    /// <summary>Experts that one tensor holds.</summary>
    public long Copies { get; }

    public long Rows { get; }

    public long Columns { get; }

    public WeightFormat Format { get; }

    public StoredMatrix Times(long copies) => new(Suffix, Copies * copies, Rows, Columns, Format);

    public bool Equals(StoredMatrix other) =>
        Suffix == other.Suffix && Copies == other.Copies && Rows == other.Rows && Columns == other.Columns && ReferenceEquals(Format, other.Format);

    public override bool Equals(object? obj) => obj is StoredMatrix other && Equals(other);

    public override int GetHashCode() => unchecked((((((Suffix.GetHashCode() * 397) ^ Rows.GetHashCode()) * 397) ^ Columns.GetHashCode()) * 397) ^ Copies.GetHashCode());
}
