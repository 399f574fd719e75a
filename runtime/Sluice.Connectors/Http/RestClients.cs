using System.Text.Json.Serialization;

namespace Sluice.Http;

/// <summary>
/// Makes clients of the REST interfaces, the one way that gives the same bytes with every version of Refit.
/// </summary>
internal static class RestClients
{
    /// <summary>A client of one of this assembly's interfaces.</summary>
    /// <typeparam name="T">An interface with REST attributes.</typeparam>
    /// <param name="client">With a base address, whose trailing slash is taken off.</param>
    /// <param name="context">Knows every body and every answer of the interface.</param>
    /// <exception cref="InvalidOperationException">The client has no base address.</exception>
    public static T Create<T>(HttpClient client, JsonSerializerContext context) =>
        Create(client, context, RestService.For<T>);

    /// <summary>A client of an interface that another assembly declares.</summary>
    /// <inheritdoc cref="Create{T}(HttpClient, JsonSerializerContext)"/>
    /// <param name="client">With a base address, whose trailing slash is taken off.</param>
    /// <param name="context">Knows every body and every answer of the interface.</param>
    /// <param name="make"><c>RestService.For</c> of that assembly.</param>
    public static T Create<T>(
        HttpClient client, JsonSerializerContext context, Func<HttpClient, RefitSettings, T> make)
    {
        var address = client.BaseAddress
            ?? throw new InvalidOperationException($"The client of {typeof(T).Name} has no base address.");

        // A client that has sent something refuses even the address that it has.
        var trimmed = new Uri(address.AbsoluteUri.TrimEnd('/'));
        if (trimmed != address)
            client.BaseAddress = trimmed;

        // The context's own options: others lose its naming policy without a word.
        var serializer = new SystemTextJsonContentSerializer(context.Options);
        return make(client, new RefitSettings(serializer) { Buffered = true });
    }
}
