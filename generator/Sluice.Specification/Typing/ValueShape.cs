namespace Sluice.Specification.Typing;

/// <summary>What is known of a value before there is one. It may always be null.</summary>
/// <param name="Single">The kinds of a single value; none where it never is one.</param>
/// <param name="Elements">The kinds of a list's elements; none where it never is a list that holds something.</param>
internal readonly record struct ValueShape(Kinds Single, Kinds Elements)
{
    /// <summary>Whether an element may be a list itself, of values of the same kinds.</summary>
    public bool MayNest { get; init; }

    /// <summary>The kinds of single value and elements.</summary>
    public Kinds All => Single | Elements;

    /// <summary>Whether it is never anything but null.</summary>
    public bool IsNever => All == Kinds.None;

    public bool MayBeList => Elements != Kinds.None;

    public static ValueShape One(Kinds kinds) => new(kinds, Kinds.None);

    /// <summary>Either of two.</summary>
    public ValueShape Or(ValueShape other) =>
        new(Single | other.Single, Elements | other.Elements) { MayNest = MayNest || other.MayNest };

    /// <summary>The same with other kinds, which those that are given become.</summary>
    public ValueShape Become(Kinds from, Kinds to) => new(
        (Single & from) == Kinds.None ? Kinds.None : to, (Elements & from) == Kinds.None ? Kinds.None : to);
}
