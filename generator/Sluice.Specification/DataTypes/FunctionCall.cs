namespace Sluice.Specification.DataTypes;

/// <summary>A function applied to arguments.</summary>
/// <param name="Function">The function's name as documents write it: <c>datetime-format</c>.</param>
/// <param name="Arguments">The arguments, in order.</param>
public sealed record FunctionCall(string Function, EquatableArray<Expression> Arguments) : Expression
{
    internal bool IsCondition => Functions.Find(Function) is { IsCondition: true };
}
