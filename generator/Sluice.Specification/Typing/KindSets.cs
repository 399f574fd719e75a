using Sluice.Specification.Schemas;

namespace Sluice.Specification.Typing;

/// <summary>Kinds of values in contracts, as sets.</summary>
internal static class KindSets
{
    public static Kinds ToKinds(this ValueKind kind) => kind switch
    {
        ValueKind.Text or ValueKind.Guid => Kinds.Text,
        ValueKind.Boolean => Kinds.Boolean,
        ValueKind.Integer => Kinds.Integer,
        ValueKind.Float => Kinds.Float,
        ValueKind.Decimal => Kinds.Decimal,
        ValueKind.Date => Kinds.Date,
        ValueKind.Instant => Kinds.Instant,
        ValueKind.Object => Kinds.Object,
        ValueKind.Any => Kinds.Any,
        _ => Kinds.None,
    };
}
