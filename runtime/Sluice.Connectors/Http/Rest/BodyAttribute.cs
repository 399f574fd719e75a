namespace Sluice.Http.Rest;

/// <summary>
/// The parameter is the request's body: <see cref="string"/>, <see cref="Stream"/> and <see cref="HttpContent"/> as
/// they are, anything else as JSON.
/// </summary>
/// <param name="buffered">
/// Must be true: the body then has a Content-Length, and a handler can send it again.
/// </param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class BodyAttribute(bool buffered) : Attribute
{
    /// <summary>Whether the body is in memory before it is sent.</summary>
    public bool Buffered { get; } = buffered;
}
