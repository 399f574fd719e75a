using System.Net.Http.Headers;
using System.Text.Json;
using Sluice.Connectors.Grants;
using Sluice.Connectors.Http;
using Sluice.Connectors.Rest.Reading;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest;

/// <summary>How a system is reached that settings alone describe. <c>spec/settings.md</c> has all of them.</summary>
/// <remarks>
/// <see cref="SystemOptions.PageSize"/> is 1 to 20,000, by default 100.
/// <see cref="SystemOptions.RequestsPerSecond"/> is 10 by default.
/// </remarks>
public sealed class RestOptions()
    : SystemOptions("", pageSize: 100, largestPage: 20_000, requestsPerSecond: 10)
{
    /// <summary>The setting that says that a system is reached this way.</summary>
    public const string ConnectorSetting = "Connector";

    /// <summary>What that setting says.</summary>
    public const string ConnectorName = "Rest";

    // What is shorter is no secret, and would take half of each message away.
    private const int ShortestSecret = 8;

    private readonly List<string> _problems = [];

    /// <summary>What all routes begin with. Required.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Whether the system is asked who we are. Where it is not, its address stands for the account, and nobody knows
    /// whether the sign-in is taken before something is read.
    /// </summary>
    public bool AsksWhoWeAre => Account.Route is not null;

    internal AuthenticationOptions Authentication { get; } = new();

    /// <summary>Headers that go with each call.</summary>
    internal Dictionary<string, string> Headers { get; } = [];

    internal AccountOptions Account { get; } = new();

    /// <summary>
    /// The member that is false where an answer of success tells a failure; null where there is none.
    /// </summary>
    internal string? Success { get; private set; }

    /// <summary>Where an answer holds the words of an error, beside the places that are usual.</summary>
    internal string? ErrorText { get; private set; }

    internal QuotaOptions Quota { get; } = new();

    internal IReadOnlyList<EntityOptions> Entities { get; private set; } = [];

    internal override IEnumerable<string?> Secrets => 
        Authentication.Secrets.Concat(Headers.Values.Where(value => value.Length >= ShortestSecret));

    internal override string SignInFix => Authentication.Kind switch
    {
        AuthenticationKind.Application => $"Run `sluice connect {System.ToLowerInvariant()}`.",
        AuthenticationKind.None when Authentication.Key is null =>
            $"Give {Section}:Authentication, with the Kind that the system wants.",
        _ => $"Check {Section}:Authentication: what stands there may have been withdrawn.",
    };

    internal override string AddressFix =>
        $"Compare {Section}:{nameof(BaseAddress)} and {Section}:{nameof(Entities)} with what the system answers: the "
        + $"routes, and where {nameof(EntityOptions.Envelope)}, {nameof(EntityOptions.Paging)} and "
        + $"{nameof(EntityOptions.Key)} look in an answer.";

    internal override string QuestionFix => AddressFix;

    internal GrantSettings Grant => new(
        Authentication.AuthorizeAddress!, Authentication.TokenAddress!, Authentication.RedirectAddress!,
        Authentication.Scope ?? "", Authentication.ClientId!,
        $"Check ClientId and ClientSecret in {Section}:Authentication.")
    {
        ClientSecret = Authentication.ClientSecret!,
        WithCode = Authentication.ClientIn ?? ClientPlace.Form,
        WithRefresh = Authentication.ClientIn ?? ClientPlace.Header,
    };

    internal override Quota? QuotaOf(HttpResponseHeaders headers) => Quota.Of(headers);

    /// <remarks>A failure in a success is as good as a status that says so: 422, as it was understood.</remarks>
    internal override Answer Understand(Answer answer)
    {
        if ((Success is null && ErrorText is null) || answer.IsEmpty || answer.IsWebPage
            || answer.Json() is not { ValueKind: JsonValueKind.Object } body)
            return answer;

        var failed = answer.IsSuccess && Success is not null
            && JsonPlace.Find(body, Success) is { ValueKind: JsonValueKind.False };
        var words = !failed && answer.IsSuccess || ErrorText is null ? null : JsonPlace.Text(body, ErrorText);
        return answer with { Status = failed ? 422 : answer.Status, Words = words };
    }

    /// <summary>Tells which system it is.</summary>
    internal void IsOf(string system) => (System, Section) = (system, $"Systems:{system}");

    private protected override void ReadOwn(SettingsReader reader)
    {
        reader.Know(ConnectorSetting);
        reader.Address(nameof(BaseAddress), value => BaseAddress = value);
        Authentication.Read(reader.Inside(nameof(Authentication)));
        ReadHeaders(reader.Inside(nameof(Headers)));
        _problems.AddRange(Account.Read(reader.Inside(nameof(Account))));
        reader.Text(nameof(Success), value => Success = Given.Of(value));
        reader.Text(nameof(ErrorText), value => ErrorText = Given.Of(value));
        _problems.AddRange(WrittenPath.Problems(reader, (nameof(Success), Success), (nameof(ErrorText), ErrorText)));
        _problems.AddRange(Quota.Read(reader.Inside(nameof(Quota))));
        ReadEntities(reader.Inside(nameof(Entities)), reader.Inside("Defaults"));
    }

    private protected override IEnumerable<string> OwnProblems() => new[]
    {
        Unusable(
            nameof(BaseAddress), BaseAddress,
            "Give what all routes begin with, as in https://crm.example.com/api."),
    }
        .Concat(AuthenticationProblems.Of(Authentication, UnusableSecret, Unusable)
            .Select(problem => problem?.StartsWith("Authentication:", StringComparison.Ordinal) == true
                ? $"{Section}:{problem}"
                : problem))
        .OfType<string>().Concat(_problems).Distinct();

    private void ReadHeaders(SettingsReader reader)
    {
        foreach (var name in reader.Names.ToList())
        {
            reader.Text(name, value => Headers[name] = value);
            if (!HeaderName.IsFree(name) || string.Equals(name, "Authorization", StringComparison.OrdinalIgnoreCase))
                _problems.Add($"{reader.Path}:{name} is no header that settings give. Take it out; signing in is told "
                    + $"by {Section}:Authentication.");
            else if (Headers.TryGetValue(name, out var value) && value.Any(character => character is < ' ' or > '~'))
                _problems.Add($"{reader.Path}:{name} holds a line break or a character beyond ASCII: copy it again.");
        }
    }

    private void ReadEntities(SettingsReader reader, SettingsReader defaults)
    {
        var entities = new List<EntityOptions>();
        foreach (var name in reader.Names.ToList())
        {
            var entity = new EntityOptions(name);
            entity.Read(reader.Inside(name).Else(defaults), _problems);
            entities.Add(entity);
        }

        Entities = entities;
        if (entities.Count == 0)
            _problems.Add($"{reader.Path} is missing. Give a section for each entity, called as documents call it, "
                + "with its routes (List, Get, …).");
    }
}
