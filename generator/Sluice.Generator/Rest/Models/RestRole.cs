namespace Sluice.Generator.Rest.Models;

/// <summary>Where a parameter's value goes.</summary>
internal enum RestRole
{
    /// <summary>Into a placeholder of the path.</summary>
    Path,

    /// <summary>Behind the question mark.</summary>
    Query,

    /// <summary>Into a header.</summary>
    Header,

    /// <summary>Into the body.</summary>
    Body,

    /// <summary>Nowhere: it cancels the call.</summary>
    Token,
}
