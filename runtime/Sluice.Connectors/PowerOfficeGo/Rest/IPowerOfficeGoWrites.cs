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

    [Post("/Departments")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateDepartmentAsync([Body(buffered: true)] string body, CancellationToken token);

    [Patch("/Departments/{id}")]
    [Headers("Content-Type: application/json-patch+json")]
    Task<HttpResponseMessage> UpdateDepartmentAsync(
        long id, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/Departments/{id}")]
    Task<HttpResponseMessage> DeleteDepartmentAsync(long id, CancellationToken token);

    [Post("/Employees")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateEmployeeAsync([Body(buffered: true)] string body, CancellationToken token);

    [Patch("/Employees/{id}")]
    [Headers("Content-Type: application/json-patch+json")]
    Task<HttpResponseMessage> UpdateEmployeeAsync(long id, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/Employees/{id}")]
    Task<HttpResponseMessage> DeleteEmployeeAsync(long id, CancellationToken token);

    [Post("/Products")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateProductAsync([Body(buffered: true)] string body, CancellationToken token);

    [Patch("/Products/{id}")]
    [Headers("Content-Type: application/json-patch+json")]
    Task<HttpResponseMessage> UpdateProductAsync(long id, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/Products/{id}")]
    Task<HttpResponseMessage> DeleteProductAsync(long id, CancellationToken token);

    [Post("/Suppliers")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateSupplierAsync([Body(buffered: true)] string body, CancellationToken token);

    [Patch("/Suppliers/{id}")]
    [Headers("Content-Type: application/json-patch+json")]
    Task<HttpResponseMessage> UpdateSupplierAsync(long id, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/Suppliers/{id}")]
    Task<HttpResponseMessage> DeleteSupplierAsync(long id, CancellationToken token);

    [Post("/SalesOrders/Complete")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateSalesOrderAsync([Body(buffered: true)] string body, CancellationToken token);

    [Patch("/SalesOrders/{id}")]
    [Headers("Content-Type: application/json-patch+json")]
    Task<HttpResponseMessage> UpdateSalesOrderAsync(
        string id, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/SalesOrders/{id}")]
    Task<HttpResponseMessage> DeleteSalesOrderAsync(string id, CancellationToken token);

    [Post("/SalesOrders/{orderId}/Lines")]
    [Headers("Content-Type: application/json")]
    Task<HttpResponseMessage> CreateSalesOrderLineAsync(
        string orderId, [Body(buffered: true)] string body, CancellationToken token);

    [Patch("/SalesOrders/{orderId}/Lines/{id}")]
    [Headers("Content-Type: application/json-patch+json")]
    Task<HttpResponseMessage> UpdateSalesOrderLineAsync(
        string orderId, long id, [Body(buffered: true)] string body, CancellationToken token);

    [Delete("/SalesOrders/{orderId}/Lines/{id}")]
    Task<HttpResponseMessage> DeleteSalesOrderLineAsync(string orderId, long id, CancellationToken token);
}
