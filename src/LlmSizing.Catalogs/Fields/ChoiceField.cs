using System.Collections.Generic;

namespace LlmSizing;

/// <summary>One of a few words.</summary>
internal sealed class ChoiceField : Field<string>
{
    public ChoiceField(string name, bool isRequired, IReadOnlyList<string> choices, string description)
        : base(name, isRequired, description) => Choices = choices;

    public IReadOnlyList<string> Choices { get; }

    public override string Expected => "one of " + string.Join(", ", Choices);

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ScalarNode scalar)
        {
            return WrongType(value, place);
        }
        foreach (string choice in Choices)
        {
            if (scalar.Text == choice)
            {
                return choice;
            }
        }
        string? near = NearMiss.FindOne(scalar.Text, Choices);
        place.Refuse(
            value, Name, ProblemCodes.NotOneOf, $"{Name} is {scalar.Kind}.", near is null ? $"Write {Expected}." : $"Did you mean '{near}'? Write {Expected}.");
        return null;
    }
}
