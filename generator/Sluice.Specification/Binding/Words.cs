using Sluice.Specification.Typing;

namespace Sluice.Specification.Binding;

/// <summary>Kinds of values, as people say them.</summary>
internal static class Words
{
    private static readonly (Kinds Kind, string Word)[] Known =
    [
        (Kinds.Text, "text"),
        (Kinds.Boolean, "true or false"),
        (Kinds.Integer, "a whole number"),
        (Kinds.Float, "a floating-point number"),
        (Kinds.Decimal, "a decimal number"),
        (Kinds.Date, "a day"),
        (Kinds.Instant, "a point in time"),
        (Kinds.Uri, "a URI"),
        (Kinds.Bytes, "bytes"),
        (Kinds.Object, "an object"),
    ];

    public static string Of(Kinds kinds) =>
        string.Join(" or ", Known.Where(one => (kinds & one.Kind) != Kinds.None).Select(one => one.Word));

    /// <summary>The same as what a member takes: a text.</summary>
    public static string Taken(Kinds kinds) => kinds == Kinds.Text ? "a text" : Of(kinds);
}
