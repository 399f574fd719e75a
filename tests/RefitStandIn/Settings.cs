using System.Net.Http.Json;
using System.Text.Json;

namespace Refit;

public interface IHttpContentSerializer
{
    HttpContent ToHttpContent<T>(T item);

    Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default);
}

public sealed class SystemTextJsonContentSerializer(JsonSerializerOptions jsonSerializerOptions)
    : IHttpContentSerializer
{
    public HttpContent ToHttpContent<T>(T item) =>
        JsonContent.Create(item, item?.GetType() ?? typeof(object), options: jsonSerializerOptions);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        content.ReadFromJsonAsync<T>(jsonSerializerOptions, cancellationToken);
}

public class RefitSettings(IHttpContentSerializer contentSerializer)
{
    public IHttpContentSerializer ContentSerializer { get; set; } = contentSerializer;

    public bool Buffered { get; set; }
}
