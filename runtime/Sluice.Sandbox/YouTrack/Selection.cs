using System.Diagnostics.CodeAnalysis;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>
/// What a <c>fields</c> parameter asks for: names in order, each with what it asks of the object below it.
/// </summary>
internal sealed class Selection
{
    private readonly List<(string Name, Selection? Inner)> _items = [];

    public IReadOnlyList<(string Name, Selection? Inner)> Items => _items;

    public bool Has(string name) => _items.Any(item => item.Name == name);

    /// <summary>Reads <c>id,profile(email(email))</c>; false where a bracket or a name is missing.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Selection? selection)
    {
        var at = 0;
        selection = Read(text, ref at);
        return selection is not null && at == text.Length;
    }

    private static Selection? Read(string text, ref int at)
    {
        var selection = new Selection();
        while (true)
        {
            var start = at;
            while (at < text.Length && text[at] is not (',' or '(' or ')'))
                at++;

            var name = text[start..at].Trim();
            if (name.Length == 0)
                return null;

            Selection? inner = null;
            if (at < text.Length && text[at] == '(')
            {
                at++;
                inner = Read(text, ref at);
                if (inner is null || at >= text.Length || text[at++] != ')')
                    return null;
            }

            selection._items.Add((name, inner));
            if (at >= text.Length || text[at] != ',')
                return selection;

            at++;
        }
    }
}
