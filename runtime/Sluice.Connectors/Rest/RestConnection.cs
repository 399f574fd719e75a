using Sluice.Connectors.Http;
using Sluice.Connectors.Listing;
using Sluice.Connectors.Rest.Reading;

namespace Sluice.Connectors.Rest;

/// <summary>A system that settings alone describe, to read from.</summary>
internal sealed class RestConnection : IConnection
{
    private readonly RestSystem _system;
    private readonly Reads _reads;

    public RestConnection(RestSystem system, IReadOnlyList<RestForm> forms)
    {
        (_system, _reads) = (system, new(system.Exchange));
        var entities = RestEntities.Of(system.Options, forms);
        Sources = [.. entities.Select(one => one.Form.Source(system, one.Options))];
        Requests = [.. entities.Where(one => one.Options.IsWritten).Select(one => one.Form.Requests(one.Options))];
    }

    public string System => _system.Options.System;

    public IReadOnlyList<ISource> Sources { get; }

    public IReadOnlyList<IRequestBuilder> Requests { get; }

    /// <remarks>Where the system cannot be asked who we are, its address is all that tells accounts apart.</remarks>
    public async Task<Account> IdentifyAsync(CancellationToken token)
    {
        var address = _system.Options.BaseAddress!.AbsoluteUri.TrimEnd('/');
        var account = _system.Options.Account;
        if (account.Route is not { } route)
            return new(System, address, address);

        const string what = "our own account";
        var answer = await _reads.AskAsync(
            what, stop => _system.Caller.GetAsync(_system.Caller.Address(route.Fill(_ => null)!), stop), token);
        var body = new Slices(_system.Failures).Json(what, answer);
        var id = JsonPlace.Text(body, account.Id)
            ?? throw _system.Failures.Shape(
                what, $"'{account.Id}' was expected in it ({_system.Options.Section}:Account:{nameof(account.Id)})");
        return new(System, $"{address} {id}", JsonPlace.Text(body, account.Name) ?? id);
    }
}
