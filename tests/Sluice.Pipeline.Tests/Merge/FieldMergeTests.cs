using System.Runtime.CompilerServices;
using System.Text;

namespace Sluice.Pipeline.Tests;

public sealed class FieldMergeTests
{
    [Fact]
    public void Truth_table_is_the_page()
    {
        var path = Page();
        var made = TruthTable.Page();
        if (Environment.GetEnvironmentVariable("SLUICE_ACCEPT") == "1")
            File.WriteAllText(path, made, new UTF8Encoding(false));

        var page = File.Exists(path) ? File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal) : "";
        Assert.True(
            page == made, "spec/merge.md is not what FieldMerge decides. SLUICE_ACCEPT=1 accepts what it decides now.");
    }

    private static string Page([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../spec/merge.md"));
}
