namespace Sluice.Connectors.PowerOfficeGo.Rest;

/// <summary>What is read of PowerOffice Go.</summary>
internal interface IPowerOfficeGoReads
{
    [Get("/ClientIntegrationInformation")]
    Task<HttpResponseMessage> GetIntegrationAsync(CancellationToken token);

    [Get("/Customers")]
    Task<HttpResponseMessage> ListCustomersAsync(
        [Query, AliasAs("PageNumber")] int page,
        [Query, AliasAs("PageSize")] int size,
        [Query, AliasAs("OrderBy")] string order,
        CancellationToken token);

    [Get("/Customers/{id}")]
    Task<HttpResponseMessage> GetCustomerAsync(long id, CancellationToken token);

    [Get("/ContactPersons")]
    Task<HttpResponseMessage> ListContactPersonsAsync(
        [Query, AliasAs("PageNumber")] int page,
        [Query, AliasAs("PageSize")] int size,
        [Query, AliasAs("OrderBy")] string order,
        CancellationToken token);

    [Get("/ContactPersons/{contactId}/{id}")]
    Task<HttpResponseMessage> GetContactPersonAsync(long contactId, long id, CancellationToken token);
}
