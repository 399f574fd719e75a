namespace Sluice.Specification.DataTypes;

/// <summary>The functions of the language.</summary>
internal static class Functions
{
    private const int Any = int.MaxValue;

    private static readonly Dictionary<string, Function> ByName = new Function[]
    {
        new("string", 1, 1) { TakesValueLast = true, IsFoldable = true },
        new("integer", 1, 2) { TakesValueLast = true, IsFoldable = true },
        new("float", 1, 2) { TakesValueLast = true, IsFoldable = true },
        new("boolean", 1, 2) { TakesValueLast = true, IsFoldable = true, IsCondition = true },
        new("decimal", 1, 2) { TakesValueLast = true },
        new("first", 1, 1) { TakesValueLast = true },
        new("list", 0, Any) { TakesValueLast = true },
        new("is-decimal", 1, 1) { TakesValueLast = true, IsCondition = true },
        new("is-boolean", 1, 1) { TakesValueLast = true, IsCondition = true },
        new("is-empty", 1, 1) { TakesValueLast = true, IsCondition = true },
        new("is-null", 1, 1) { TakesValueLast = true, IsCondition = true },
        new("datetime-format", 2, 3) { TakesValueLast = true, Literals = (0, 0) },
        new("datetime-parse", 2, 3) { TakesValueLast = true, Literals = (0, 0) },
        new("datetime-diff", 3, 3) { Literals = (0, 0) },
        new("now", 0, 0),
        new("if", 2, 3),
        new("if-null", 2, 2),
        new("eq", 2, 2) { IsCondition = true, Literals = (0, 0) },
        new("neq", 2, 2) { IsCondition = true, Literals = (1, 1), HasValueLast = false },
        new("gt", 2, 2) { IsCondition = true },
        new("and", 1, Any) { IsCondition = true },
        new("or", 1, Any) { IsCondition = true },
        new("matches", 2, 2) { IsCondition = true, Literals = (0, 0) },
        new("abs", 1, 1),
        new("slice", 2, 4),
        new("join", 2, 2) { Literals = (0, 0) },
        new("split", 1, 2) { Literals = (0, 0) },
        new("replace", 2, 3) { Literals = (0, 1) },
        new("uri", 1, 1) { NeedsBrackets = true },
        new("bytes", 1, 1) { NeedsBrackets = true },
        new("dict", 0, Any) { NeedsBrackets = true },
    }.ToDictionary(function => function.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    public static Function? Find(string name) => ByName.TryGetValue(name, out var function) ? function : null;
}
