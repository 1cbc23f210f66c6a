using System;

namespace LlmSizing.Commands;

/// <summary>
/// Remembers what an argument was resolved to: an argument of the command line is the same object in every record, so that its names are
/// looked up, and its errors written, once; a value from the pipeline is another object each time.
/// </summary>
internal sealed class LastAnswer<TAsked, TAnswer>
    where TAsked : class
    where TAnswer : class
{
    private TAsked? asked;
    private Catalog? catalog;
    private TAnswer? answer;

    internal TAnswer For(TAsked? current, Catalog currentCatalog, Func<TAsked?, TAnswer> resolve)
    {
        if (answer is null || !ReferenceEquals(asked, current) || !ReferenceEquals(catalog, currentCatalog))
        {
            answer = resolve(current);
            asked = current;
            catalog = currentCatalog;
        }
        return answer;
    }
}
