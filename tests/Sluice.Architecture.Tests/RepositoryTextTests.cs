namespace Sluice.Architecture.Tests;

public sealed class RepositoryTextTests
{
    [Fact]
    public void Lock_files_name_no_host()
    {
        foreach (var file in Repository.Files("packages.lock.json", "generator", "runtime", "tests"))
            Assert.DoesNotContain(
                "://", File.ReadAllText(Path.Combine(Repository.Root, file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_files_of_Node_say_what_and_not_from_where()
    {
        var files = Repository.Files("package-lock.json", "generator", "runtime", "tests").ToList();

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var text = File.ReadAllText(Path.Combine(Repository.Root, file));
            Assert.DoesNotContain("\"resolved\"", text, StringComparison.Ordinal);
            Assert.Contains("\"integrity\": \"sha512-", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Documents_carry_no_notice_of_ownership()
    {
        foreach (var file in Repository.Files("*.rst", "spec"))
            Assert.DoesNotContain(
                "confidential", File.ReadAllText(Path.Combine(Repository.Root, file)),
                StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_version_is_pinned_exactly()
    {
        var versions = System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion").Select(version => version.Attribute("Version")!.Value).ToList();

        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Matches(@"^\[\d+(\.\d+)+\]$", version));
    }
}
