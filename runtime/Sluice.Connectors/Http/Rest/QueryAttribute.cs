namespace Sluice.Http.Rest;

/// <summary>The parameter goes into the query. Null leaves it out.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class QueryAttribute : Attribute
{
    /// <summary>A value, or a list with commas between its elements.</summary>
    public QueryAttribute()
    {
    }

    /// <summary>A list.</summary>
    /// <param name="collectionFormat">How its elements are told apart.</param>
    public QueryAttribute(CollectionFormat collectionFormat) => CollectionFormat = collectionFormat;

    /// <summary>How a list's elements are told apart.</summary>
    public CollectionFormat CollectionFormat { get; }

    /// <summary>A .NET format string, applied with the invariant culture. Dates need one.</summary>
    public string? Format { get; set; }
}
