namespace Sluice.Connectors.Keap.Rest;

/// <summary>What is read of Keap.</summary>
internal interface IKeapReads
{
    [Get("/account/profile")]
    Task<HttpResponseMessage> GetProfileAsync(CancellationToken token);

    [Get("/companies")]
    Task<HttpResponseMessage> ListCompaniesAsync(
        [Query] int limit,
        [Query] int offset,
        [Query] string order,
        [Query, AliasAs("optional_properties")] string optionalProperties,
        CancellationToken token);

    [Get("/companies/{id}")]
    Task<HttpResponseMessage> GetCompanyAsync(
        long id, [Query, AliasAs("optional_properties")] string optionalProperties, CancellationToken token);

    [Get("/contacts")]
    Task<HttpResponseMessage> ListContactsAsync(
        [Query] int limit,
        [Query] int offset,
        [Query] string order,
        [Query] string? since,
        [Query, AliasAs("optional_properties")] string optionalProperties,
        CancellationToken token);

    [Get("/contacts/{id}")]
    Task<HttpResponseMessage> GetContactAsync(
        long id, [Query, AliasAs("optional_properties")] string optionalProperties, CancellationToken token);

    [Get("/products")]
    Task<HttpResponseMessage> ListProductsAsync([Query] int limit, [Query] int offset, CancellationToken token);

    [Get("/products/{id}")]
    Task<HttpResponseMessage> GetProductAsync(long id, CancellationToken token);
}
