using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Benchmarks.Harness;
using Sluice.Flows.PowerofficegoYouTrack;
using Sluice.Pipeline;
using Sluice.Stores.Sqlite;

namespace Sluice.Benchmarks.People;

/// <summary>The real engine and the real store over two systems that know the same people.</summary>
internal sealed class PeopleWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private PeopleWorld(TemporaryFolder folder, SqliteStore store, Topology topology)
    {
        (_folder, Store) = (folder, store);
        Cycles = new(topology, store, new(), TimeProvider.System, NullLogger<CycleRunner>.Instance);
    }

    public static Pairing Pairing { get; } = new ContactpersonUsers();

    public SqliteStore Store { get; }

    public CycleRunner Cycles { get; }

    public static async Task<PeopleWorld> StartAsync(int people, long seed, bool isKept)
    {
        var left = new PeopleSource(
            Person.ContactPersons, people, person => Person.ContactPerson(person, seed),
            key => Person.ContactPerson(Person.OfContactPerson(key), seed), isKept);

        // Listed from the other end: what belongs together is never met at the same time.
        var right = new PeopleSource(
            Person.Users, people, person => Person.User(people - 1 - person, seed),
            key => Person.User(Person.OfUser(key), seed), isKept);
        var topology = new Topology(
            [Pairing], [new PeopleConnection(left), new PeopleConnection(right)], [],
            new Dictionary<string, SystemPolicy>());
        var folder = new TemporaryFolder();
        return new(folder, await SqliteStore.OpenAsync(folder.File("people.db"), StoreAccess.Own), topology);
    }

    /// <summary>Plans all there is to do and approves it.</summary>
    public async Task ApproveAsync(CancellationToken token)
    {
        var planned = await Cycles.PlanAsync(null, token);
        await Store.RequestApprovalAsync(planned.Plan!.Hash, TimeProvider.System.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
