using System.Runtime.CompilerServices;
using System.Text;

namespace Sluice.Pipeline.Tests;

public sealed class DeleteTableTests
{
    [Fact]
    public async Task F17_Delete_table_is_the_page()
    {
        var path = Page();
        var made = await DeleteTable.PageAsync();
        if (Environment.GetEnvironmentVariable("SLUICE_ACCEPT") == "1")
            await File.WriteAllTextAsync(path, made, new UTF8Encoding(false), TestContext.Current.CancellationToken);

        var page = File.Exists(path)
            ? (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))
                .Replace("\r\n", "\n", StringComparison.Ordinal)
            : "";
        Assert.True(
            page == made, "spec/deletes.md is not what the engine does. SLUICE_ACCEPT=1 accepts what it does now.");
    }

    private static string Page([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../spec/deletes.md"));
}
