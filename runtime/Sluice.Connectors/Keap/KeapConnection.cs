using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Keap.Rest;
using Sluice.Connectors.Listing;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.Keap;

/// <summary>Keap, to read from.</summary>
internal sealed class KeapConnection : IConnection
{
    private const string ById = "id";

    private static readonly JsonSerializerOptions Writing = ContractAttributes.WithoutReadOnly(KeapJson.Default);

    private readonly KeapOptions _options;
    private readonly Reads _reads;
    private readonly IKeapReads _keap;

    public KeapConnection(Exchange<KeapOptions> exchange, IKeapReads keap, NamedPaths named)
    {
        (_options, _reads, _keap) = (exchange.Options, new(exchange), keap);
        var size = _options.PageSize;
        var companies = string.Join(',', KeapEntities.CompanyExtras);
        Sources =
        [
            new EntitySource<Company>(KeapEntities.Companies, _reads, new()
            {
                List = (at, token) => keap.ListCompaniesAsync(size, at.Received, ById, companies, token),
                Cut = (slices, what, answer) => slices.Enveloped(what, answer, "companies", "count"),
                Get = (key, token) => keap.GetCompanyAsync(RecordKey.Number(key), companies, token),
                IsKey = RecordKey.IsNumber,
            }),
            Contacts(named),
            new EntitySource<Product>(KeapEntities.Products, _reads, new()
            {
                List = (at, token) => keap.ListProductsAsync(size, at.Received, token),
                Cut = (slices, what, answer) => slices.Enveloped(what, answer, "products", "count"),
                Get = (key, token) => keap.GetProductAsync(RecordKey.Number(key), token),
                IsKey = RecordKey.IsNumber,
            }),
        ];
    }

    public string System => KeapOptions.SystemName;

    public IReadOnlyList<ISource> Sources { get; }

    public IReadOnlyList<IRequestBuilder> Requests { get; } =
    [
        Builder(KeapEntities.Companies, "Keap's REST v1 has no way to delete a company"),
        Builder(KeapEntities.Contacts),
        Builder(KeapEntities.Products),
    ];

    /// <remarks>The profile has no id; its name is what tells one account from another.</remarks>
    public async Task<Account> IdentifyAsync(CancellationToken token)
    {
        const string what = "the account's profile";
        var failures = new Failures(_options);
        var answer = await _reads.AskAsync(what, _keap.GetProfileAsync, token);
        var name = Members.Text(new Slices(failures).Json(what, answer), "name")
            ?? throw failures.Shape(what, "a name was expected");
        return new(System, $"{_options.BaseAddress!.AbsoluteUri.TrimEnd('/')} {name}", name);
    }

    private ISource Contacts(NamedPaths named)
    {
        var (size, extras) = (_options.PageSize, string.Join(',', KeapEntities.ContactExtras));
        return ChangingSource.Of(
            KeapEntities.Contacts,
            named,
            _reads,
            new()
            {
                List = (at, token) => _keap.ListContactsAsync(size, at.Received, ById, null, extras, token),
                Cut = (slices, what, answer) => slices.Enveloped(what, answer, "contacts", "count"),
                Get = (key, token) => _keap.GetContactAsync(RecordKey.Number(key), extras, token),
                IsKey = RecordKey.IsNumber,
            },
            new()
            {
                List = (since, at, token) => _keap.ListContactsAsync(
                    size, at.Received, ById, SecondBefore(since), extras, token),
                At = (at, token) => _keap.ListContactsAsync(2, at.Received, ById, null, extras, token),
                ChangedAt = contact => contact.LastUpdated,
            });
    }

    // Whether the filter counts its own value in, or cuts it to seconds, is not documented: the whole second before it
    // is right in each case.
    private static string SecondBefore(DateTimeOffset stamp) =>
        stamp.UtcDateTime.AddSeconds(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture);

    // Whether Keap takes an inner object for a part or for the whole is not documented, so it is sent whole. Lists it
    // does take for the whole.
    private static EntityRequests<T> Builder<T>(Entity<T> entity, string? noDelete = null)
        where T : class => new(
            entity,
            WritingOf<T>(),
            new TouchedTopMembers(WritingOf<T>(), ContractAttributes.Names<RequiredOnUpdateAttribute>(entity.Type)))
        {
            NoDelete = noDelete,
            StateFor = (current, body, touched) => ReplacedMembers.Of(current.Raw, body, touched),
        };

    private static JsonTypeInfo<T> WritingOf<T>()
        where T : class => (JsonTypeInfo<T>)Writing.GetTypeInfo(typeof(T));
}
