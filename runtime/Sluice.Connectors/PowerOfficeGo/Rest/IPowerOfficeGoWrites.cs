namespace Sluice.Connectors.PowerOfficeGo.Rest;

/// <summary>What is written to PowerOffice Go. PATCH takes a JSON Patch.</summary>
internal interface IPowerOfficeGoWrites
{
    [Post("/Customers")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateCustomerAsync([Body(buffered: true)] string body, CancellationToken token);

    [Patch("/Customers/{id}")]
    [Headers("Content-Type: application/json-patch+json")]
    Task<HttpResponseMessage> UpdateCustomerAsync(long id, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/Customers/{id}")]
    Task<HttpResponseMessage> DeleteCustomerAsync(long id, CancellationToken token);

    [Post("/ContactPersons/{contactId}")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateContactPersonAsync(
        long contactId, [Body(buffered: true)] string body, CancellationToken token);

    [Patch("/ContactPersons/{contactId}/{id}")]
    [Headers("Content-Type: application/json-patch+json")]
    Task<HttpResponseMessage> UpdateContactPersonAsync(
        long contactId, long id, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/ContactPersons/{contactId}/{id}")]
    Task<HttpResponseMessage> DeleteContactPersonAsync(long contactId, long id, CancellationToken token);
}
