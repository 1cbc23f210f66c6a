using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A list of texts.</summary>
internal sealed class TextListField : Field<IReadOnlyList<string>>
{
    public TextListField(string name, bool isRequired, TextField item, string description)
        : base(name, isRequired, description) => Item = item;

    public TextField Item { get; }

    public override string Expected => IsRequired ? $"a list with at least one item, each {Item.Expected}" : $"a list, each item {Item.Expected}";

    protected override object? ReadValue(Node value, Place place)
    {
        if (value is not ListNode list)
        {
            return WrongType(value, place, $"Write {Expected}, also where there is one item only: [item].");
        }
        if (IsRequired && list.Items.Count == 0)
        {
            place.Refuse(value, Name, ProblemCodes.EmptyValue, $"{Name} is an empty list.", $"Write {Expected}.");
            return null;
        }
        var texts = new List<string>();
        for (int i = 0; i < list.Items.Count && !place.Problems.IsFull; i++)
        {
            if (Item.Read(list.Items[i], place.Item(Name, i)) is string text)
            {
                texts.Add(text);
            }
        }
        return texts.Count == list.Items.Count ? texts : null;
    }
}
