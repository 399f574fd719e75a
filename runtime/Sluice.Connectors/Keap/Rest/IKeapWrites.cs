namespace Sluice.Connectors.Keap.Rest;

/// <summary>What is written to Keap. PUT, which creates or updates as it sees fit, is left out on purpose.</summary>
internal interface IKeapWrites
{
    [Post("/companies")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateCompanyAsync([Body(buffered: true)] string body, CancellationToken token);

    [Patch("/companies/{id}")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> UpdateCompanyAsync(long id, [Body(buffered: true)] string body, CancellationToken token);

    [Post("/contacts")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateContactAsync([Body(buffered: true)] string body, CancellationToken token);

    [Patch("/contacts/{id}")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> UpdateContactAsync(long id, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/contacts/{id}")]
    Task<HttpResponseMessage> DeleteContactAsync(long id, CancellationToken token);

    [Post("/products")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateProductAsync([Body(buffered: true)] string body, CancellationToken token);

    [Patch("/products/{id}")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> UpdateProductAsync(long id, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/products/{id}")]
    Task<HttpResponseMessage> DeleteProductAsync(long id, CancellationToken token);
}
