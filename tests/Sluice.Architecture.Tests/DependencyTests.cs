using System.Xml.Linq;

namespace Sluice.Architecture.Tests;

public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Sluice.Specification"] = [],
        ["Sluice.Generator"] = ["Sluice.Specification"],
        ["Sluice.Abstractions"] = [],
        ["Sluice.Pipeline"] = ["Sluice.Abstractions"],
        ["Sluice.Stores.Sqlite"] = ["Sluice.Abstractions"],
        ["Sluice.Connectors"] = ["Sluice.Abstractions"],
        ["Sluice.Flows"] = ["Sluice.Abstractions", "Sluice.Connectors"],
        ["Sluice.Examples"] = ["Sluice.Abstractions", "Sluice.Connectors"],
        ["Sluice.Sandbox"] = [],
        ["Sluice.Host"] =
        [
            "Sluice.Abstractions", "Sluice.Connectors", "Sluice.Examples", "Sluice.Flows", "Sluice.Pipeline",
            "Sluice.Sandbox", "Sluice.Specification", "Sluice.Stores.Sqlite",
        ],
    };

    public static TheoryData<string> Projects => [.. Repository.Files("*.csproj", "generator", "runtime")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_what_the_design_allows_and_nothing_else(string project)
    {
        var references = References(project)
            .Where(reference => reference.Attribute("OutputItemType")?.Value != "Analyzer")
            .Select(Name).Order(StringComparer.Ordinal);

        Assert.Equal(Allowed[Path.GetFileNameWithoutExtension(project)], references);
    }

    [Fact]
    public void Every_project_of_the_design_is_there()
    {
        Assert.Equal(
            Allowed.Keys.Order(StringComparer.Ordinal),
            Repository.Files("*.csproj", "generator", "runtime").Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("runtime/Sluice.Connectors/Sluice.Connectors.csproj")]
    [InlineData("runtime/Sluice.Flows/Sluice.Flows.csproj")]
    [InlineData("runtime/Sluice.Examples/Sluice.Examples.csproj")]
    public void The_generator_comes_with_what_it_stands_on(string project)
    {
        var imports = XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("Import")
            .Select(import => Path.Combine(Path.GetDirectoryName(project)!, import.Attribute("Project")!.Value));

        var analyzers = imports.SelectMany(import => References(import)).Select(Name).Order(StringComparer.Ordinal);

        Assert.Equal(["Sluice.Generator", "Sluice.Specification"], analyzers);
    }

    [Fact]
    public void The_specification_takes_no_package()
    {
        var project = XDocument.Load(
            Path.Combine(Repository.Root, "generator/Sluice.Specification/Sluice.Specification.csproj"));

        Assert.Empty(project.Descendants("PackageReference"));
    }

    private static IEnumerable<XElement> References(string project) =>
        XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("ProjectReference");

    private static string Name(XElement reference) =>
        Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
