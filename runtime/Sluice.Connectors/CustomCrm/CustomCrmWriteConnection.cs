using Sluice.Connectors.CustomCrm.Rest;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.CustomCrm;

/// <summary>The Custom CRM, to write to.</summary>
internal sealed class CustomCrmWriteConnection : IWriteConnection
{
    public CustomCrmWriteConnection(Exchange<CustomCrmOptions> exchange, ICustomCrmWrites crm)
    {
        var sends = new Sends(exchange);
        Sinks =
        [
            new EntitySink<Customer>(
                CustomCrmEntities.Customers, sends, crm.CreateCustomerAsync, crm.UpdateCustomerAsync, RecordKey.IsSafe)
            {
                Delete = crm.DeleteCustomerAsync,
            },
            new EntitySink<Contact>(
                CustomCrmEntities.Contacts, sends, crm.CreateContactAsync, crm.UpdateContactAsync, RecordKey.IsSafe)
            {
                Delete = crm.DeleteContactAsync,
            },
        ];
    }

    public string System => CustomCrmOptions.SystemName;

    public IReadOnlyList<ISink> Sinks { get; }
}
