namespace Sluice.Sandboxes.Data;

internal enum ValueKind
{
    Text,
    Integer,
    Number,
    Flag,

    /// <summary>A day, as in 1999-12-31.</summary>
    Date,

    /// <summary>A day or an instant.</summary>
    DateOrInstant,
    Object,
    List,

    /// <summary>Whatever JSON holds.</summary>
    Any,
}
