using System.Text;

namespace Sluice.Specification.Reading;

/// <summary>Compares labels and names the way documents mean them.</summary>
public static class SystemLabel
{
    /// <summary>A label without case and blanks; two labels of one system are equal in this form.</summary>
    public static string Fold(string label) => Fold(label, dropHyphens: false);

    /// <summary>Whether two labels name one system.</summary>
    public static bool Same(string left, string right) =>
        string.Equals(Fold(left), Fold(right), StringComparison.Ordinal);

    internal static string FoldName(string name) => Fold(name, dropHyphens: true);

    internal static void Fold(char character, StringBuilder folded, bool dropHyphens)
    {
        if (!char.IsWhiteSpace(character) && !(dropHyphens && character == '-'))
            folded.Append(char.ToLowerInvariant(character));
    }

    private static string Fold(string label, bool dropHyphens)
    {
        var folded = new StringBuilder(label.Length);
        foreach (var character in label)
            Fold(character, folded, dropHyphens);

        return folded.ToString();
    }
}
