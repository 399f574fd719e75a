using Sluice.Stores.Sqlite;

namespace Sluice.Stores.Tests;

/// <summary>A folder for the stores of one test.</summary>
internal sealed class StoreFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("sluice-store-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "sluice.db");

    public Task<SqliteStore> OwnAsync() => SqliteStore.OpenAsync(Path, StoreAccess.Own);

    public Task<SqliteStore> LookAsync() => SqliteStore.OpenAsync(Path, StoreAccess.Look);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
