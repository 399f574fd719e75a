namespace Sluice;

/// <summary>Objects in the data type language.</summary>
public static class Objects
{
    /// <summary>An object of named values.</summary>
    public static FieldValue Of(params ReadOnlySpan<(string Name, FieldValue Value)> members)
    {
        var pairs = new List<KeyValuePair<string, FieldValue>>(members.Length);
        foreach (var (name, value) in members)
            pairs.Add(KeyValuePair.Create(name, value.IsAbsent ? FieldValue.Null : value));

        return FieldValue.OfMembers(pairs);
    }

    /// <summary>
    /// What a path of names leads to, <c>_.name</c>: null where there is nothing, the values of all elements where a
    /// list is on the way.
    /// </summary>
    /// <param name="value">Where the path begins.</param>
    /// <param name="path">Names, joined by dots.</param>
    public static FieldValue Get(FieldValue value, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (var name in path.Split('.'))
            value = value.List is { } elements
                ? FieldValue.Of([.. elements.SelectMany(element => Elements.Of(Member(element, name)))], value.Issue)
                : Member(value, name);

        return value;
    }

    private static FieldValue Member(FieldValue value, string name)
    {
        foreach (var (known, member) in value.Members ?? [])
            if (known == name)
                return member;

        return FieldValue.Null;
    }
}
