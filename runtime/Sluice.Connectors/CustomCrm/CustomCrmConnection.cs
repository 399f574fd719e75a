using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.CustomCrm.Rest;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Listing;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.CustomCrm;

/// <summary>The Custom CRM, to read from.</summary>
internal sealed class CustomCrmConnection : IConnection
{
    private static readonly JsonSerializerOptions Writing = ContractAttributes.WithoutReadOnly(CustomCrmJson.Default);

    private readonly CustomCrmOptions _options;
    private readonly Reads _reads;
    private readonly ICustomCrmReads _crm;

    public CustomCrmConnection(Exchange<CustomCrmOptions> exchange, ICustomCrmReads crm)
    {
        (_options, _reads, _crm) = (exchange.Options, new(exchange), crm);
        var size = _options.PageSize;
        Sources =
        [
            new EntitySource<Customer>(CustomCrmEntities.Customers, _reads, new()
            {
                List = (at, token) => crm.ListCustomersAsync(at.Received, size, token),
                Cut = (slices, what, answer) => slices.Enveloped(what, answer, "items", "total"),
                Get = crm.GetCustomerAsync,
            }),
            new EntitySource<Contact>(CustomCrmEntities.Contacts, _reads, new()
            {
                List = (at, token) => crm.ListContactsAsync(at.Received, size, token),
                Cut = (slices, what, answer) => slices.Enveloped(what, answer, "items", "total"),
                Get = crm.GetContactAsync,
            }),
        ];
    }

    public string System => CustomCrmOptions.SystemName;

    public IReadOnlyList<ISource> Sources { get; }

    public IReadOnlyList<IRequestBuilder> Requests { get; } =
    [
        Builder(CustomCrmEntities.Customers),
        Builder(CustomCrmEntities.Contacts),
    ];

    public async Task<Account> IdentifyAsync(CancellationToken token)
    {
        const string what = "our own account";
        var failures = new Failures(_options);
        var answer = await _reads.AskAsync(what, _crm.GetMeAsync, token);
        var body = new Slices(failures).Json(what, answer);
        var id = Members.Text(body, "Id") ?? throw failures.Shape(what, "an Id was expected");
        return new(System, $"{_options.BaseAddress!.AbsoluteUri.TrimEnd('/')} {id}", Members.Text(body, "Name") ?? id);
    }

    private static EntityRequests<T> Builder<T>(Entity<T> entity)
        where T : class => new(entity, (JsonTypeInfo<T>)Writing.GetTypeInfo(typeof(T)), new TouchedMembers());
}
