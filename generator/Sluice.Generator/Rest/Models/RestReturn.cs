namespace Sluice.Generator.Rest.Models;

/// <summary>What a call gives back.</summary>
internal enum RestReturn
{
    /// <summary><c>IApiResponse&lt;T&gt;</c>.</summary>
    Content,

    /// <summary><c>IApiResponse</c>.</summary>
    Status,

    /// <summary><c>HttpResponseMessage</c>.</summary>
    Message,
}
