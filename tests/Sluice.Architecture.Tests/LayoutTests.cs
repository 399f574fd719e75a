namespace Sluice.Architecture.Tests;

public sealed class LayoutTests
{
    private static readonly string[] TopLevel =
    [
        "BannedSymbols.txt", "Directory.Build.props", "Directory.Packages.props", "LICENSE", "Pipeline.sln",
        "README.md", "generator", "global.json", "runtime", "spec", "tests",
    ];

    private static readonly string[] Vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility"];

    private static readonly string[] Sources = [.. Repository.Files("*.cs", "generator", "runtime", "tests")];

    [Fact]
    public void The_top_level_holds_what_the_design_says()
    {
        var visible = Directory.EnumerateFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)!)
            .Where(name => name[0] != '.' && name is not ("artifacts" or "TestResults")).Order(StringComparer.Ordinal);

        Assert.Equal(TopLevel, visible);
    }

    [Fact]
    public void No_source_file_is_long()
    {
        var tooLong = Sources.Where(file => !file.Contains(".verified.", StringComparison.Ordinal))
            .Where(file => Lines(file) > 400);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_line_is_longer_than_120_columns()
    {
        var tooLong =
            from file in Sources
            where !file.Contains(".verified.", StringComparison.Ordinal)
            from line in File.ReadLines(Path.Combine(Repository.Root, file)).Index()
            where line.Item.EnumerateRunes().Count() > 120
            select $"{file}:{line.Index + 1}";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Half_of_the_source_files_have_at_most_sixty_lines()
    {
        var lengths = Repository.Files("*.cs", "generator", "runtime").Select(Lines).Order().ToList();

        Assert.True(lengths[lengths.Count / 2] <= 60, $"The median is {lengths[lengths.Count / 2]} lines.");
    }

    [Fact]
    public void Files_are_named_for_what_they_are() =>
        Assert.DoesNotContain(Sources, file => Vague.Any(vague =>
            Path.GetFileName(file).Split('.')[0].EndsWith(vague, StringComparison.Ordinal)));

    private static int Lines(string file) => File.ReadLines(Path.Combine(Repository.Root, file)).Count();
}
