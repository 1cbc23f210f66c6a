using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The fields of a mapping; any other key is refused.</summary>
internal sealed class MapShape
{
    private readonly Field[] fields;

    public MapShape(params Field[] fields) => this.fields = fields;

    public IReadOnlyList<Field> Fields => fields;

    /// <summary>Reads what is there and refuses the rest: every problem, not the first only.</summary>
    public Values Read(MapNode map, Place place)
    {
        var values = new Values(map);
        foreach (MapEntry entry in map.Entries)
        {
            if (place.Problems.IsFull)
            {
                break;
            }
            if (entry.Key.Defect is not null)
            {
                place.Refuse(entry.Key, entry.Key.Text, entry.Key.Defect);
            }
            else if (Find(entry.Key.Text) is not Field field)
            {
                RefuseKey(entry.Key, place);
            }
            else if (field.Read(entry.Value, place) is object value)
            {
                values.Set(field, value);
            }
        }
        foreach (Field field in fields)
        {
            if (field.IsRequired && !values.Has(field) && map.Find(field.Name) is null)
            {
                place.Refuse(map, field.Name, ProblemCodes.MissingField, $"{field.Name} is missing.", $"Write {field.Name}: {field.Expected}.");
            }
        }
        return values;
    }

    private Field? Find(string name)
    {
        foreach (Field field in fields)
        {
            if (field.Name == name)
            {
                return field;
            }
        }
        return null;
    }

    private void RefuseKey(ScalarNode key, Place place)
    {
        string? near = NearMiss.FindOne(key.Text, fields.Select(field => field.Name));
        place.Refuse(
            key, key.Text, ProblemCodes.UnknownKey, $"{Shown.Quoted(key.Text)} is not a field here.",
            near is null ? $"The fields are {string.Join(", ", fields.Select(field => field.Name))}." : $"Did you mean '{near}'?");
    }
}
