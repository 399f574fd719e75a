namespace Sluice.Connectors.CustomCrm.Rest;

/// <summary>What is read of the Custom CRM.</summary>
internal interface ICustomCrmReads
{
    [Get("/me")]
    Task<HttpResponseMessage> GetMeAsync(CancellationToken token);

    [Get("/customers")]
    Task<HttpResponseMessage> ListCustomersAsync([Query] int offset, [Query] int limit, CancellationToken token);

    [Get("/customers/{id}")]
    Task<HttpResponseMessage> GetCustomerAsync(string id, CancellationToken token);

    [Get("/contacts")]
    Task<HttpResponseMessage> ListContactsAsync([Query] int offset, [Query] int limit, CancellationToken token);

    [Get("/contacts/{id}")]
    Task<HttpResponseMessage> GetContactAsync(string id, CancellationToken token);
}
