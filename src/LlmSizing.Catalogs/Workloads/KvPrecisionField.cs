using System.Linq;

namespace LlmSizing;

/// <summary>A precision of keys and values, or two with a slash between them.</summary>
internal sealed class KvPrecisionField : Field<KvPrecision>
{
    public KvPrecisionField(string name, string description)
        : base(name, isRequired: false, description)
    {
    }

    public override string Expected =>
        "one of " + string.Join(", ", KvPrecision.All.Select(precision => precision.Name)) + ", or two of them as keys/values";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ScalarNode scalar)
        {
            return WrongType(value, place);
        }
        if (KvPrecision.Find(scalar.Text) is KvPrecision precision)
        {
            return precision;
        }
        string? near = NearMiss.FindOne(scalar.Text, KvPrecision.All.Select(known => known.Name));
        place.Refuse(value, Name, ProblemCodes.NotOneOf, $"{Name} is {scalar.Kind}.", near is null ? $"Write {Expected}." : $"Did you mean '{near}'? Write {Expected}.");
        return null;
    }
}
