namespace Sluice.Connectors.Rest.Settings;

/// <summary>What keeps one create from making two records.</summary>
internal enum IdempotencyStyle
{
    /// <summary>Nothing in the system; what is sent once is looked for before it is sent again.</summary>
    None,

    /// <summary>A header with a text of its own for each create.</summary>
    Header,

    /// <summary>A member that no two records share; who has it is looked for first.</summary>
    Reference,

    /// <summary>A key of our choice in the route; who has it is looked for first, and nothing is replaced.</summary>
    Upsert,
}
