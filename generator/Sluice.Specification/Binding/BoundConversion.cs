using Sluice.Specification.DataTypes;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>What becomes of a value on its way to a member.</summary>
/// <param name="Expression">What is computed of it; null where it stays as it is.</param>
/// <param name="Fit">The member that the result has to fit; null where it always does.</param>
/// <param name="IsSure">Whether there is no value that it fails for.</param>
public sealed record BoundConversion(Expression? Expression, MemberType? Fit, bool IsSure)
{
    /// <summary>Values stay as they are.</summary>
    public static BoundConversion Nothing { get; } = new(null, null, IsSure: true);

    /// <summary>Whether nothing happens to a value.</summary>
    public bool IsNothing => Expression is null && Fit is null;
}
