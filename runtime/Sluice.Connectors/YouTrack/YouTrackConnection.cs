using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Listing;
using Sluice.Connectors.Writing;
using Sluice.Connectors.YouTrack.Issues;
using Sluice.Connectors.YouTrack.Organizations;
using Sluice.Connectors.YouTrack.Rest;

namespace Sluice.Connectors.YouTrack;

/// <summary>YouTrack and its Hub, to read from.</summary>
internal sealed class YouTrackConnection : IConnection, IWarns
{
    private static readonly JsonSerializerOptions Writing = ContractAttributes.WithoutReadOnly(YouTrackJson.Default);

    private const string KeyAlone = "id";

    private readonly YouTrackOptions _options;
    private readonly Reads _reads;
    private readonly IHubReads _hub;
    private readonly IYouTrackReads _youTrack;

    public YouTrackConnection(
        Exchange<YouTrackOptions> exchange, IHubReads hub, IYouTrackReads youTrack, NamedPaths named)
    {
        var fields = new FieldSelection(named, exchange.Options.Dialect);
        (_options, _reads, _hub, _youTrack) = (exchange.Options, new(exchange), hub, youTrack);
        Warnings = UntoldMembers.Warnings(_options, named);
        _options.OldMembers = UntoldMembers.OfAccounts(named);
        var size = _options.PageSize;
        var users = fields.Of(YouTrackEntities.Users);
        var userGroups = fields.Of(YouTrackEntities.Usergroups);
        var groups = fields.Of(YouTrackEntities.Groups);
        var projects = fields.Of(YouTrackEntities.Projects);

        Sources =
        [
            Source(YouTrackEntities.Users, new()
            {
                List = (at, token) => hub.ListUsersAsync(users, at.Received, size, token),
                Cut = (slices, what, answer) => slices.Enveloped(what, answer, "users", "total"),
                Get = (key, token) => hub.GetUserAsync(key, users, token),
            }),
            Source(YouTrackEntities.Usergroups, new()
            {
                List = (at, token) => hub.ListUserGroupsAsync(userGroups, at.Received, size, token),
                Cut = (slices, what, answer) => slices.Enveloped(what, answer, "usergroups", "total"),
                Get = (key, token) => hub.GetUserGroupAsync(key, userGroups, token),
            }),
            Organizations(fields.Of(YouTrackEntities.Organizations)),
            Source(YouTrackEntities.Groups, new()
            {
                List = (at, token) => youTrack.ListGroupsAsync(groups, at.Received, size, token),
                Cut = (slices, what, answer) => slices.Bare(what, answer),
                Get = (key, token) => youTrack.GetGroupAsync(key, groups, token),
            }),
            Source(YouTrackEntities.Projects, new()
            {
                List = (at, token) => youTrack.ListProjectsAsync(projects, at.Received, size, token),
                Cut = (slices, what, answer) => slices.Bare(what, answer),
                Get = (key, token) => youTrack.GetProjectAsync(key, projects, token),
            }),
            Issues(fields.Of(YouTrackEntities.Issues)),
            WorkItems(fields.Of(YouTrackEntities.WorkItems)),
        ];
        Requests =
        [
            Builder(YouTrackEntities.Users, nameof(YouTrackOptions.UserSuccessor), _options.UserSuccessor),
            Builder(
                YouTrackEntities.Usergroups, nameof(YouTrackOptions.UsergroupSuccessor), _options.UsergroupSuccessor),
            _options.Dialect == YouTrackDialect.Hub
                ? Builder(
                    YouTrackEntities.Organizations, nameof(YouTrackOptions.OrganizationSuccessor),
                    _options.OrganizationSuccessor)
                : new EntityRequests<HubOrganization>(
                    YouTrackEntities.Organizations, WritingOf<HubOrganization>(), new TouchedMembers()),
            new EntityRequests<Project>(YouTrackEntities.Projects, WritingOf<Project>(), new TouchedMembers()),
            new EntityRequests<Issue>(
                YouTrackEntities.Issues, WritingOf<Issue>(), new IssueChanges(WritingOf<Issue>()),
                (_, body) => IssueFields.Complete(body))
            {
                StateFor = (current, body, _) => IssueFields.StateFor(current, body),
            },
            new EntityRequests<WorkItem>(YouTrackEntities.WorkItems, WritingOf<WorkItem>(), new TouchedMembers()),
        ];
    }

    public string System => YouTrackOptions.SystemName;

    public IReadOnlyList<ISource> Sources { get; }

    public IReadOnlyList<IRequestBuilder> Requests { get; }

    public IReadOnlyList<Warning> Warnings { get; }

    public async Task<Account> IdentifyAsync(CancellationToken token)
    {
        const string what = "our own user";
        var failures = new Failures(_options);
        var answer = await _reads.TryAsync(what, stop => _hub.GetUserAsync("me", "id,login,name", stop), token);
        if (answer.Status is 401 or 403 && await IsGoodForYouTrackAsync(token))
            throw new RemoteException(System, RemoteFailure.SignInRefused, HubRefuses(answer), _options.ScopeFix);

        var me = YouTrackEntities.Users.Read(new Slices(failures).Json(what, answer), out var reason)
            ?? throw failures.Shape(what, reason!);
        var user = (HubUser)me.Value;
        var id = $"{_options.BaseAddress!.AbsoluteUri.TrimEnd('/')} {me.Key}";

        // Organizations have other ids there: a store that knows them by the ones of Hub must not meet these.
        if (_options.Dialect != YouTrackDialect.Hub)
            id += $" {nameof(_options.Dialect)}={_options.Dialect}";

        return new(System, id, user.Name ?? user.Login ?? me.Key)
        {
            Self = me.Identity,
        };
    }

    private string HubRefuses(Answer answer) => _options.Redact(
        $"YouTrack takes the token, and its Hub refuses it ({VendorWords.Of(answer) ?? $"{answer.Status}"}): the token "
        + "was made for YouTrack alone. Users, user groups and organizations are Hub's.");

    // A token that is deleted or misspelt is refused by both; one whose scope lacks Hub by Hub alone.
    private async Task<bool> IsGoodForYouTrackAsync(CancellationToken token)
    {
        try
        {
            return (await _reads.TryAsync("our own user", stop => _youTrack.GetMeAsync("id", stop), token)).IsSuccess;
        }
        catch (RemoteException)
        {
            return false;
        }
    }

    private OrganizationSource Organizations(string fields)
    {
        var size = _options.PageSize;
        EntityCalls calls = _options.Dialect == YouTrackDialect.Hub
            ? new()
            {
                List = (at, token) => _hub.ListOrganizationsAsync(fields, at.Received, size, token),
                Cut = (slices, what, answer) => slices.Enveloped(what, answer, "organizations", "total"),
                Get = (key, token) => _hub.GetOrganizationAsync(key, fields, token),
            }
            : new()
            {
                List = (at, token) => _youTrack.ListOrganizationsAsync(fields, at.Received, size, token),
                Cut = (slices, what, answer) => slices.Bare(what, answer),
                Get = (key, token) => _youTrack.GetOrganizationAsync(key, fields, token),
            };
        return new(Source(YouTrackEntities.Organizations, calls), _reads, _options, _hub, _youTrack);
    }

    private DeltaSource<Issue> Issues(string fields)
    {
        var size = _options.PageSize;
        return new(
            YouTrackEntities.Issues,
            _reads,
            new()
            {
                List = (at, token) => _youTrack.ListIssuesAsync(IssueQuery.All, fields, at.Received, size, token),
                Cut = (slices, what, answer) => slices.Bare(what, answer),
                Get = (key, token) => _youTrack.GetIssueAsync(key, fields, token),
            },
            new()
            {
                List = (since, at, token) => _youTrack.ListIssuesAsync(
                    IssueQuery.Since(since, _options.IssueMargin), fields, at.Received, size, token),
                At = (at, token) => _youTrack.ListIssuesAsync(IssueQuery.All, KeyAlone, at.Received, 2, token),
                ChangedAt = issue => issue.Updated,
            });
    }

    private DeltaSource<WorkItem> WorkItems(string fields)
    {
        var size = _options.PageSize;
        return new(
            YouTrackEntities.WorkItems,
            _reads,
            new()
            {
                List = (at, token) => _youTrack.ListWorkItemsAsync(fields, null, at.Received, size, token),
                Cut = (slices, what, answer) => slices.Bare(what, answer),
                Get = (key, token) => _youTrack.GetWorkItemAsync(RecordKey.TextPair(key).Child, fields, token),
                Pick = (body, key) =>
                    Members.TextAt(body, "issue", "id") == RecordKey.TextPair(key).Parent ? body : null,
                IsKey = RecordKey.IsTextPair,
            },
            new()
            {
                // Whether the limit itself is listed is not documented, so the smallest step before it is asked for.
                List = (since, at, token) => _youTrack.ListWorkItemsAsync(
                    fields, since.ToUnixTimeMilliseconds() - 1, at.Received, size, token),
                At = (at, token) => _youTrack.ListWorkItemsAsync(KeyAlone, null, at.Received, 2, token),
                ChangedAt = item => item.Updated,
            });
    }

    private EntitySource<T> Source<T>(Entity<T> entity, EntityCalls calls)
        where T : class => new(entity, _reads, calls);

    private EntityRequests<T> Builder<T>(Entity<T> entity, string setting, string? successor)
        where T : class => new(entity, WritingOf<T>(), new TouchedMembers())
        {
            NoDelete = string.IsNullOrWhiteSpace(successor)
                ? $"Hub asks who inherits from deleted {entity.Name.Entity}, and {_options.Section}:{setting} "
                    + "names nobody"
                : null,
        };

    private static JsonTypeInfo<T> WritingOf<T>()
        where T : class => (JsonTypeInfo<T>)Writing.GetTypeInfo(typeof(T));
}
