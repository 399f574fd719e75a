namespace Sluice.Connectors.PowerOfficeGo.Rest;

/// <summary>What is read of PowerOffice Go.</summary>
internal interface IPowerOfficeGoReads
{
    [Get("/ClientIntegrationInformation")]
    Task<HttpResponseMessage> GetIntegrationAsync(CancellationToken token);

    [Get("/ContactPersons")]
    Task<HttpResponseMessage> ListContactPersonsAsync(
        [Query, AliasAs("PageNumber")] int page,
        [Query, AliasAs("PageSize")] int size,
        [Query, AliasAs("OrderBy")] string order,
        [Query, AliasAs("lastChangedDateTimeOffsetGreaterThan")] string? changedAfter,
        CancellationToken token);

    [Get("/ContactPersons/{contactId}/{id}")]
    Task<HttpResponseMessage> GetContactPersonAsync(long contactId, long id, CancellationToken token);

    [Get("/Customers")]
    Task<HttpResponseMessage> ListCustomersAsync(
        [Query, AliasAs("PageNumber")] int page,
        [Query, AliasAs("PageSize")] int size,
        [Query, AliasAs("OrderBy")] string order,
        [Query, AliasAs("lastChangedDateTimeOffsetGreaterThan")] string? changedAfter,
        CancellationToken token);

    [Get("/Customers")]
    Task<HttpResponseMessage> FindCustomersAsync(
        [Query, AliasAs("externalImportReference")] string reference, CancellationToken token);

    [Get("/Customers/{id}")]
    Task<HttpResponseMessage> GetCustomerAsync(long id, CancellationToken token);

    [Get("/Departments")]
    Task<HttpResponseMessage> ListDepartmentsAsync(
        [Query, AliasAs("PageNumber")] int page,
        [Query, AliasAs("PageSize")] int size,
        [Query, AliasAs("OrderBy")] string order,
        [Query, AliasAs("lastChangedDateTimeOffsetGreaterThan")] string? changedAfter,
        CancellationToken token);

    [Get("/Departments/{id}")]
    Task<HttpResponseMessage> GetDepartmentAsync(long id, CancellationToken token);

    [Get("/Employees")]
    Task<HttpResponseMessage> ListEmployeesAsync(
        [Query, AliasAs("PageNumber")] int page,
        [Query, AliasAs("PageSize")] int size,
        [Query, AliasAs("OrderBy")] string order,
        [Query, AliasAs("lastChangedDateTimeOffsetGreaterThan")] string? changedAfter,
        CancellationToken token);

    [Get("/Employees")]
    Task<HttpResponseMessage> FindEmployeesAsync(
        [Query, AliasAs("externalImportReference")] string reference, CancellationToken token);

    [Get("/Employees/{id}")]
    Task<HttpResponseMessage> GetEmployeeAsync(long id, CancellationToken token);

    [Get("/Products")]
    Task<HttpResponseMessage> ListProductsAsync(
        [Query, AliasAs("PageNumber")] int page,
        [Query, AliasAs("PageSize")] int size,
        [Query, AliasAs("OrderBy")] string order,
        [Query, AliasAs("lastChangedDateTimeOffsetGreaterThan")] string? changedAfter,
        CancellationToken token);

    [Get("/Products/{id}")]
    Task<HttpResponseMessage> GetProductAsync(long id, CancellationToken token);

    [Get("/Suppliers")]
    Task<HttpResponseMessage> ListSuppliersAsync(
        [Query, AliasAs("PageNumber")] int page,
        [Query, AliasAs("PageSize")] int size,
        [Query, AliasAs("OrderBy")] string order,
        [Query, AliasAs("lastChangedDateTimeOffsetGreaterThan")] string? changedAfter,
        CancellationToken token);

    [Get("/Suppliers")]
    Task<HttpResponseMessage> FindSuppliersAsync(
        [Query, AliasAs("externalImportReference")] string reference, CancellationToken token);

    [Get("/Suppliers/{id}")]
    Task<HttpResponseMessage> GetSupplierAsync(long id, CancellationToken token);

    [Get("/SalesOrders")]
    Task<HttpResponseMessage> ListSalesOrdersAsync(
        [Query, AliasAs("PageNumber")] int page,
        [Query, AliasAs("PageSize")] int size,
        [Query, AliasAs("OrderBy")] string order,
        [Query, AliasAs("lastChangedDateTimeOffsetGreaterThan")] string? changedAfter,
        CancellationToken token);

    [Get("/SalesOrders/{id}/Complete")]
    Task<HttpResponseMessage> GetSalesOrderAsync(string id, CancellationToken token);
}
