namespace Sluice.Http.Rest;

/// <summary>Makes the generated clients.</summary>
internal static partial class RestService
{
    /// <summary>The client that implements an interface of REST attributes.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no such interface.</exception>
    public static partial T For<T>(HttpClient client, RefitSettings settings);
}
