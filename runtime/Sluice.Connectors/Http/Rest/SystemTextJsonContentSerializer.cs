using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sluice.Http.Rest;

/// <summary>Writes and reads JSON by source-generated metadata.</summary>
/// <param name="options">A context's own options: others lose its naming policy without a word.</param>
internal sealed class SystemTextJsonContentSerializer(JsonSerializerOptions options)
{
    /// <summary>A JSON body; null is written as <c>null</c>.</summary>
    /// <exception cref="NotSupportedException">The context does not know the type.</exception>
    internal HttpContent ToContent<T>(T body) => body is null ? Null() : JsonContent.Create(body, TypeInfo<T>());

    /// <summary>Reads an answer's body.</summary>
    /// <exception cref="JsonException">The body is empty or not the JSON of a <typeparamref name="T"/>.</exception>
    /// <exception cref="NotSupportedException">The context does not know the type.</exception>
    internal async Task<T?> FromContentAsync<T>(HttpContent content, CancellationToken token) =>
        typeof(T) == typeof(string)
            ? (T)(object)await TextAsync(content, token)
            : await content.ReadFromJsonAsync(TypeInfo<T>(), token);

    // Text is UTF-8 to Refit, whatever its content type says.
    private static async Task<string> TextAsync(HttpContent content, CancellationToken token)
    {
        using var reader = new StreamReader(await content.ReadAsStreamAsync(token));
        return await reader.ReadToEndAsync(token);
    }

    private static ByteArrayContent Null() => new("null"u8.ToArray())
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
    };

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
