using System.Numerics;

namespace Sluice;

/// <summary>The arithmetic of the data type language.</summary>
public static class Numbers
{
    /// <summary>The absolute value of each number, of the number's kind. What is no number is left out.</summary>
    public static FieldValue Abs(FieldValue value) => Elements.Each(value, Absolute, "a number");

    private static FieldValue? Absolute(FieldValue value) => value.Kind switch
    {
        FieldKind.Integer => FieldValue.Of((BigInteger?)BigInteger.Abs(value.WholeNumber!.Value)),
        FieldKind.Decimal => FieldValue.OfDigits(value.ToString().TrimStart('-')),
        FieldKind.Float => FieldValue.Of((double?)Math.Abs(value.Float!.Value)),
        _ => null,
    };
}
