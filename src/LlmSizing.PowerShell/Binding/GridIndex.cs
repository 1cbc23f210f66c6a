using System;
using System.Linq;

namespace LlmSizing.Commands;

/// <summary>The combinations of several axes by number: what the odometer of a car is to miles, the last axis fastest.</summary>
internal sealed class GridIndex
{
    private readonly int[] sizes;

    /// <exception cref="SizingException">There are more combinations than a 64-bit integer counts.</exception>
    internal GridIndex(params int[] sizes)
    {
        this.sizes = sizes;
        Count = CountOf(sizes);
    }

    /// <summary>How many combinations there are; 0 where an axis is empty.</summary>
    internal long Count { get; }

    /// <summary>The place on each axis of a combination.</summary>
    internal int[] At(long index)
    {
        var places = new int[sizes.Length];
        for (int axis = sizes.Length - 1; axis >= 0; axis--)
        {
            places[axis] = (int)(index % sizes[axis]);
            index /= sizes[axis];
        }
        return places;
    }

    /// <summary>Goes on to the next combination; after the last comes the first.</summary>
    internal void Advance(int[] places)
    {
        for (int axis = sizes.Length - 1; axis >= 0; axis--)
        {
            if (++places[axis] < sizes[axis])
            {
                return;
            }
            places[axis] = 0;
        }
    }

    private static long CountOf(int[] sizes)
    {
        try
        {
            return sizes.Contains(0) ? 0 : sizes.Aggregate(1L, (product, size) => checked(product * size));
        }
        catch (OverflowException)
        {
            throw new SizingException("Grid", "The arguments make more combinations than a 64-bit integer counts: give fewer values.");
        }
    }
}
