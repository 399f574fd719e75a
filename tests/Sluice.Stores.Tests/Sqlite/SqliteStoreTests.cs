using Sluice.Stores.Sqlite;

namespace Sluice.Stores.Tests;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly StoreFolder _folder = new();

    protected override async Task<IStore> OpenAsync() => await _folder.OwnAsync();

    protected override int Count(string table) =>
        (int)((SqliteStore)Store).Session.Prepare($"select count(*) from {table}").Number()!;

    protected override void Clean() => _folder.Dispose();
}
