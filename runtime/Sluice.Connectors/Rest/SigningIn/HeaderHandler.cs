namespace Sluice.Connectors.Rest.SigningIn;

/// <summary>Puts headers on requests that are the same for each: an API key, a password, a tenant.</summary>
internal sealed class HeaderHandler(IReadOnlyList<(string Name, string Value)> headers) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
