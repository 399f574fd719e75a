namespace Sluice.Connectors.Grants;

/// <summary>Where a token server takes an application's id and secret (RFC 6749, 2.3.1).</summary>
internal enum ClientPlace
{
    /// <summary>In the header <c>Authorization</c>, as HTTP Basic.</summary>
    Header,

    /// <summary>In the form, as <c>client_id</c> and <c>client_secret</c>.</summary>
    Form,
}
