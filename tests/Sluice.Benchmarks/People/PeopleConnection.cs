namespace Sluice.Benchmarks.People;

/// <summary>A system with one listing.</summary>
internal sealed class PeopleConnection(ISource source) : IConnection
{
    public string System => source.Entity.System;

    public IReadOnlyList<ISource> Sources => [source];

    public IReadOnlyList<IRequestBuilder> Requests => [];

    public Task<Account> IdentifyAsync(CancellationToken token) =>
        Task.FromResult(new Account(System, "benchmark", "benchmark"));
}
