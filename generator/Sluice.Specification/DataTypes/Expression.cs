namespace Sluice.Specification.DataTypes;

/// <summary>A node of a data type's expression.</summary>
public abstract record Expression
{
    private protected Expression()
    {
    }

    /// <summary>The expression as one line of JSON: <c>["string", "_."]</c>.</summary>
    public sealed override string ToString() => ExpressionText.Of(this);
}
