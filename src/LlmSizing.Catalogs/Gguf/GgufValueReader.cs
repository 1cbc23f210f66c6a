namespace LlmSizing;

/// <summary>Reads the values of the metadata; what no size depends on is skipped, not kept.</summary>
internal sealed class GgufValueReader
{
    private const uint Boolean = 7;
    private const uint String = 8;
    private const uint Array = 9;

    // Bytes of each type of the metadata, by its number; 0 for those without a fixed size.
    private static readonly int[] Sizes = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];
    private readonly GgufReader reader;
    private long strings;

    public GgufValueReader(GgufReader reader) => this.reader = reader;

    public GgufValue Read(string key)
    {
        uint type = reader.UInt32();
        return type switch
        {
            Array => ReadArray(key, 1),
            String => ReadText(key),
            _ => GgufValue.Of(Scalar(type, key)),
        };
    }

    private GgufValue ReadText(string key)
    {
        long bytes = reader.Count("bytes", GgufLimits.StringBytes, 1, key);
        if (bytes > GgufLimits.KeptStringBytes)
        {
            reader.Skip(bytes);
            return GgufValue.Of((string?)null);
        }
        return GgufValue.Of(reader.Text(bytes, key));
    }

    private GgufValue ReadArray(string key, int depth)
    {
        if (depth > GgufLimits.ArrayDepth)
        {
            throw new ImportException($"{Shown.Quoted(key)} is an array nested deeper than {GgufLimits.ArrayDepth}: the file is damaged.", key);
        }
        uint type = reader.UInt32();
        int size = SizeOf(type, key);
        long count = reader.Count("elements", GgufLimits.ArrayElements, type == String ? 8 : type == Array ? 12 : size, key);
        if (size == 0)
        {
            SkipElements(type, count, key, depth);
            return GgufValue.Of(count, null);
        }
        if (count > GgufLimits.KeptNumbers)
        {
            reader.Skip(count * size);
            return GgufValue.Of(count, null);
        }
        var numbers = new long[count];
        bool areWhole = true;
        for (long i = 0; i < count; i++)
        {
            long? number = Scalar(type, key);
            areWhole &= number is not null;
            numbers[i] = number ?? 0;
        }
        return GgufValue.Of(count, areWhole ? numbers : null);
    }

    private void SkipElements(uint type, long count, string key, int depth)
    {
        strings += count;
        if (strings > GgufLimits.Strings)
        {
            throw new ImportException($"The arrays have more than {GgufLimits.Strings} strings: the file is damaged.", key);
        }
        for (long i = 0; i < count; i++)
        {
            if (type == String)
            {
                reader.SkipText(key);
            }
            else
            {
                ReadArray(key, depth + 1);
            }
        }
    }

    // Floating-point numbers are no sizes: null.
    private long? Scalar(uint type, string key)
    {
        switch (type)
        {
            case 0:
                return reader.Byte();
            case 1:
                return (sbyte)reader.Byte();
            case 2:
                return reader.UInt16();
            case 3:
                return (short)reader.UInt16();
            case 4:
                return reader.UInt32();
            case 5:
                return (int)reader.UInt32();
            case Boolean:
                byte flag = reader.Byte();
                return flag <= 1 ? flag : throw new ImportException($"{Shown.Quoted(key)} is a boolean of {flag}: the file is damaged.", key);
            case 10:
                ulong number = reader.UInt64();
                return number <= long.MaxValue ? (long)number : throw new ImportException($"{Shown.Quoted(key)} is {number}: no size is that large.", key);
            case 11:
                return (long)reader.UInt64();
            default:
                reader.Skip(SizeOf(type, key));
                return null;
        }
    }

    private static int SizeOf(uint type, string key) => type < Sizes.Length
        ? Sizes[type]
        : throw new ImportException($"{Shown.Quoted(key)} is of type {type}, which no version of GGUF has: the file is damaged.", key);
}
