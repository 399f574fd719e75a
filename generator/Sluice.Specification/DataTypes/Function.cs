namespace Sluice.Specification.DataTypes;

/// <summary>What restoring needs to know of a function.</summary>
/// <param name="Name">Its name in documents.</param>
/// <param name="Least">The fewest arguments.</param>
/// <param name="Most">The most arguments.</param>
internal sealed record Function(string Name, int Least, int Most)
{
    /// <summary>Whether it takes the current value last, so that a bare name can stand for a whole call.</summary>
    public bool TakesValueLast { get; init; }

    /// <summary>Whether folding shows it by name inside an expression whose brackets are all there.</summary>
    public bool IsFoldable { get; init; }

    /// <summary>Whether a default may stand before its value. It takes the place of what cannot be cast, so a cast of
    /// a constant has none.</summary>
    public bool HasDefault => TakesValueLast && Literals.Last < 0 && Least == 1 && Most == 2;

    /// <summary>Whether it answers yes or no, so that <c>if</c> can ask it.</summary>
    public bool IsCondition { get; init; }

    /// <summary>
    /// Whether only brackets tell it from a text: documents hold none of these by name, and the words are common.
    /// </summary>
    public bool NeedsBrackets { get; init; }

    /// <summary>The first and the last argument that is a literal even where it reads like a function's name.</summary>
    public (int First, int Last) Literals { get; init; } = (0, -1);

    /// <summary>Whether the value comes after the literals, so that what comes last is none.</summary>
    public bool HasValueLast { get; init; } = true;

    /// <summary>Whether an argument is a literal whatever it reads like.</summary>
    /// <param name="argument">Its place.</param>
    /// <param name="isLast">Whether none follows it.</param>
    public bool IsLiteral(int argument, bool isLast) =>
        argument >= Literals.First && argument <= Literals.Last
        && !(isLast && HasValueLast && argument + 1 >= Least);

    /// <summary>Whether it can have these arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="areCertain">Whether brackets say that these, and no others, are its arguments.</param>
    public bool Accepts(IReadOnlyList<Expression> arguments, bool areCertain) =>
        arguments.Count >= Least && arguments.Count <= Most
        && (Name != "if" || areCertain || CanBeAsked(arguments[0]))
        && (areCertain || !HasDefault || arguments.Count < 2 || arguments[1] is not Literal)
        && (Name != "replace" || arguments.Count == 3 || IsObject(arguments[0]))
        && (Name != "dict" || arguments.Count % 2 == 0);

    private static bool CanBeAsked(Expression condition) =>
        condition is CurrentValue or FunctionCall { IsCondition: true } or Literal { Kind: LiteralKind.Boolean };

    private static bool IsObject(Expression argument) => argument is ObjectLiteral or FunctionCall or CurrentValue;
}
