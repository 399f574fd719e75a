namespace Sluice.Specification.Typing;

/// <summary>Which kinds a value may be of.</summary>
[Flags]
internal enum Kinds
{
    None = 0,
    Text = 1,
    Boolean = 2,
    Integer = 4,
    Float = 8,
    Decimal = 16,
    Date = 32,
    Instant = 64,
    Uri = 128,
    Bytes = 256,
    Object = 512,

    /// <summary>Any number.</summary>
    Number = Integer | Float | Decimal,

    /// <summary>A day or a point in time.</summary>
    Time = Date | Instant,

    /// <summary>What JSON holds, in which neither a time nor a URI is told from text.</summary>
    Json = Text | Boolean | Number | Object,

    /// <summary>Whatever there is.</summary>
    Any = 1023,
}
