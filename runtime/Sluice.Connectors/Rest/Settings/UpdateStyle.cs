namespace Sluice.Connectors.Rest.Settings;

/// <summary>What an update sends.</summary>
internal enum UpdateStyle
{
    /// <summary>The changed members alone, at any depth (RFC 7386).</summary>
    Merge,

    /// <summary>The changed members; of an inner object all of it.</summary>
    Partial,

    /// <summary>The same, with the key in the body.</summary>
    WithKey,

    /// <summary>The whole record: it is read, changed, and sent back.</summary>
    Full,

    /// <summary>A list of replacements (RFC 6902).</summary>
    JsonPatch,
}
