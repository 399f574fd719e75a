using System.Net.Http.Headers;
using Sluice.Connectors.Http;

namespace Sluice.Connectors;

/// <summary>What every system can be told, whoever made it.</summary>
public abstract class SystemOptions
{
    private const int MostIssued = 8;

    private readonly int _largestPage;

    // Replaced as a whole; an issue that another overtakes is made again with the next call.
    private volatile string[] _issued = [];

    private protected SystemOptions(string system, int pageSize, int largestPage, double requestsPerSecond)
    {
        System = system;
        Section = $"Systems:{system}";
        PageSize = pageSize;
        RequestsPerSecond = requestsPerSecond;
        _largestPage = largestPage;
    }

    /// <summary>Whether nothing at all is written to the system. By default off.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// How long a call may take, from the request's first byte to the answer's last. 1 second to 10 minutes; by default
    /// 1 minute. A write that takes longer has an unknown outcome and is looked for before anything is sent again.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How many records are asked for at once. A server may give fewer; the walk goes on from what it gave.
    /// </summary>
    public int PageSize { get; set; }

    /// <summary>
    /// How many requests are sent in a second, all entities together; a quarter of them may go at
    /// once. 0.1 to 10,000.
    /// More than the vendor allows costs more time in refusals than it saves.
    /// </summary>
    public double RequestsPerSecond { get; set; }

    /// <summary>
    /// How many requests are sent in a day, which ends at midnight UTC unless the system says otherwise. Listings are
    /// spread over the day; what changes is read and written at once. 0 to 100,000,000; 0 is no limit.
    /// </summary>
    public int RequestsPerDay { get; set; }

    /// <summary>
    /// The share of <see cref="RequestsPerDay"/> that listings leave to writes and to what they need read. 0 to 0.9; by
    /// default 0.3.
    /// </summary>
    public double WriteShare { get; set; } = 0.3;

    /// <summary>
    /// The longest answer that is read, in megabytes. 1 to 1,024; by default 64. It guards memory against an answer
    /// without end.
    /// </summary>
    public int LongestAnswer { get; set; } = 64;

    /// <summary>
    /// How long after a write the system may still show what stood there before; within it that is no edit. 0 to 1
    /// hour; by default 30 seconds. With a longer one, an edit that puts an old value back waits longer.
    /// </summary>
    public TimeSpan SettleBound { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How far before the last change that was seen a listing of changes begins: longer than the system takes to list a
    /// change. 0 to 1 day; by default 2 minutes. With a shorter one, changes may be missed until everything is listed.
    /// </summary>
    public TimeSpan CursorOverlap { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Whom the system's people can ask about our calls: an e-mail or web address, which goes with each call in
    /// <c>User-Agent</c>. By default none; PowerOffice recommends one.
    /// </summary>
    public string? Contact { get; set; }

    /// <summary>The system's name, as its contracts declare it.</summary>
    internal string System { get; private protected set; }

    /// <summary>Where the settings come from, for messages.</summary>
    internal string Section { get; set; }

    /// <summary>What was wrong with the settings as they were read.</summary>
    internal List<string> Unreadable { get; } = [];

    /// <summary>What must never stand in a message.</summary>
    internal abstract IEnumerable<string?> Secrets { get; }

    /// <summary>What to do when the system refuses the sign-in.</summary>
    internal abstract string SignInFix { get; }

    /// <summary>What to do when the system answers, and not with what was asked for.</summary>
    internal virtual string AddressFix =>
        $"Check the addresses in {Section}: they must lead to the interface that this connector knows.";

    /// <summary>What to do when the system does not take a question.</summary>
    internal virtual string QuestionFix =>
        "Check that the system's version is one this connector knows; the address may lead to another.";

    /// <summary>What else is to be known where a right is missing; begins with a blank.</summary>
    internal virtual string RightHint => string.Empty;

    /// <summary>What is wrong with the values, each with the setting and the fix; empty where nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var problem in Unreadable.Concat(OwnProblems()).Distinct())
            yield return problem;

        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(10))
            yield return $"{Section}:{nameof(Timeout)} is {Timeout}; give a time from 00:00:01 to 00:10:00.";
        if (PageSize < 1 || PageSize > _largestPage)
            yield return $"{Section}:{nameof(PageSize)} is {PageSize}; give a number from 1 to {_largestPage}.";
        if (!(RequestsPerSecond is >= 0.1 and <= 10_000))
            yield return string.Create(
                global::System.Globalization.CultureInfo.InvariantCulture,
                $"{Section}:{nameof(RequestsPerSecond)} is {RequestsPerSecond}; give a number from 0.1 to 10000.");
        if (RequestsPerDay is < 0 or > 100_000_000)
            yield return
                $"{Section}:{nameof(RequestsPerDay)} is {RequestsPerDay}; give a number from 0 to 100000000.";
        if (!(WriteShare is >= 0 and <= 0.9))
            yield return string.Create(
                global::System.Globalization.CultureInfo.InvariantCulture,
                $"{Section}:{nameof(WriteShare)} is {WriteShare}; give a number from 0 to 0.9.");
        if (LongestAnswer is < 1 or > 1024)
            yield return $"{Section}:{nameof(LongestAnswer)} is {LongestAnswer}; give megabytes from 1 to 1024.";
        if (SettleBound < TimeSpan.Zero || SettleBound > TimeSpan.FromHours(1))
            yield return $"{Section}:{nameof(SettleBound)} is {SettleBound}; give a time from 00:00:00 to 01:00:00.";
        if (Contact is not null && !UserAgent.IsContact(Contact))
            yield return
                $"{Section}:{nameof(Contact)} is '{Contact}'; give an e-mail or web address, as in ops@example.com.";
        if (CursorOverlap < TimeSpan.Zero || CursorOverlap > TimeSpan.FromDays(1))
            yield return
                $"{Section}:{nameof(CursorOverlap)} is {CursorOverlap}; give a time from 00:00:00 to 1.00:00:00.";
    }

    /// <summary>A text without the secrets that these settings hold.</summary>
    internal string Redact(string text)
    {
        foreach (var secret in Secrets.Concat(_issued))
            if (!string.IsNullOrEmpty(secret))
                text = text.Replace(secret, "***", StringComparison.Ordinal);

        return text;
    }

    /// <summary>Remembers tokens that the system gave out: they must stand in no message either.</summary>
    internal void Issue(params ReadOnlySpan<string> tokens)
    {
        foreach (var token in tokens)
            if (!_issued.Contains(token))
                _issued = [token, .. _issued.Take(MostIssued - 1)];
    }

    private protected abstract IEnumerable<string> OwnProblems();

    private protected virtual void ReadOwn(SettingsReader reader)
    {
    }

    /// <summary>Takes over what a section says. What cannot be read is kept for <see cref="Problems"/>.</summary>
    internal void Read(SettingsReader reader)
    {
        Section = reader.Path;
        ReadOwn(reader);
        reader.Switch(nameof(ReadOnly), value => ReadOnly = value);
        reader.Duration(nameof(Timeout), value => Timeout = value);
        reader.Whole(nameof(PageSize), value => PageSize = value);
        reader.Number(nameof(RequestsPerSecond), value => RequestsPerSecond = value);
        reader.Whole(nameof(RequestsPerDay), value => RequestsPerDay = value);
        reader.Number(nameof(WriteShare), value => WriteShare = value);
        reader.Whole(nameof(LongestAnswer), value => LongestAnswer = value);
        reader.Duration(nameof(SettleBound), value => SettleBound = value);
        reader.Duration(nameof(CursorOverlap), value => CursorOverlap = value);
        reader.Text(nameof(Contact), value => Contact = string.IsNullOrWhiteSpace(value) ? null : value);
        reader.RefuseOthers();
    }

    /// <summary>What an answer says is left of the day; null where it says nothing.</summary>
    internal virtual Quota? QuotaOf(HttpResponseHeaders headers) => null;

    /// <summary>
    /// An answer as it is meant, where a system says things elsewhere than in the status; by default it is that.
    /// </summary>
    internal virtual Answer Understand(Answer answer) => answer;

    private protected string? UnusableSecret(string setting, string? value, string fix) => value switch
    {
        _ when string.IsNullOrWhiteSpace(value) => $"{Section}:{setting} is missing. {fix} {Environment(setting)}",

        // It goes into a header, which takes nothing else.
        _ when value.Any(character => character is <= ' ' or > '~') =>
            $"{Section}:{setting} holds a blank, a line break or a character beyond ASCII: copy it again. {fix}",
        _ => null,
    };

    private protected string? Unusable(string setting, Uri? address, string fix)
    {
        if (address is null)
            return Unreadable.Exists(problem => problem.StartsWith($"{Section}:{setting} ", StringComparison.Ordinal))
                ? null
                : $"{Section}:{setting} is missing. {fix}";
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            return $"{Section}:{setting} is '{address}', which is no web address. {fix}";
        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
            return $"{Section}:{setting} is '{address}': credentials would travel in the open. Use https.";

        return address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0
            ? $"{Section}:{setting} must be host and path only, without user, query or fragment. {fix}"
            : null;
    }

    private string Environment(string setting) =>
        $"It is a secret: give it as the environment variable "
        + $"{$"{Section}:{setting}".Replace(":", "__", StringComparison.Ordinal)} or as a user secret.";
}
