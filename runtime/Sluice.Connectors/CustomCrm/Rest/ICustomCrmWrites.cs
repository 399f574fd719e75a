namespace Sluice.Connectors.CustomCrm.Rest;

/// <summary>What is written to the Custom CRM. PATCH merges.</summary>
internal interface ICustomCrmWrites
{
    [Post("/customers")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateCustomerAsync([Body(buffered: true)] string body, CancellationToken token);

    [Patch("/customers/{id}")]
    [Headers("Content-Type: application/merge-patch+json")]
    Task<HttpResponseMessage> UpdateCustomerAsync(
        string id, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/customers/{id}")]
    Task<HttpResponseMessage> DeleteCustomerAsync(string id, CancellationToken token);

    [Post("/contacts")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateContactAsync([Body(buffered: true)] string body, CancellationToken token);

    [Patch("/contacts/{id}")]
    [Headers("Content-Type: application/merge-patch+json")]
    Task<HttpResponseMessage> UpdateContactAsync(
        string id, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/contacts/{id}")]
    Task<HttpResponseMessage> DeleteContactAsync(string id, CancellationToken token);
}
