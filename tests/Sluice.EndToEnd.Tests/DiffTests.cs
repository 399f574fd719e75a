using System.Diagnostics;
using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary><c>sluice diff</c> over files, folders and git revisions.</summary>
public sealed class DiffTests(ITestOutputHelper output)
{
    private const string Name = "youtrack-powerofficego.rst";

    private static readonly string Documents = Path.Combine(Checkout.Root, "spec", "dataflows");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_documents_have_not_changed()
    {
        await using var scene = await Scene.OpenAsync(output);

        (await scene.BareAsync("diff", Documents, Documents)).Returned(0)
            .Saying("0 documents changed: 0 IDENTITY, 0 DATA, 0 SHAPE, 0 TEXT");
    }

    [Fact]
    public async Task Another_data_type_is_data_and_asks_for_attention()
    {
        await using var scene = await Scene.OpenAsync(output);
        var changed = await ChangedAsync(scene, "     - \"string\"", "     - \"integer\"");

        (await scene.BareAsync("diff", Path.Combine(Documents, Name), changed)).Returned(2).Saying(
            "DATA line 36: YouTrack Users → Powerofficego Contactperson: The data type of 'emailAddress' is "
            + "'\"integer\"' now; before it was '\"string\"'.",
            "1 document changed: 0 IDENTITY, 1 DATA, 0 SHAPE, 0 TEXT");
    }

    [Fact]
    public async Task Another_introduction_is_text_and_asks_for_nothing()
    {
        await using var scene = await Scene.OpenAsync(output);
        var changed = await ChangedAsync(scene, "What Sluice keeps", "What this keeps");

        (await scene.BareAsync("diff", Path.Combine(Documents, Name), changed)).Returned(0)
            .Saying("TEXT line 1: Only the layout, the introduction or repetitions changed.");
    }

    [Fact]
    public async Task Folders_are_compared_file_by_file_and_json_has_a_line_for_each()
    {
        await using var scene = await Scene.OpenAsync(output);
        await ChangedAsync(
            scene, "   * - profile.email.email\n     - EmailAddress", "   * - profile.email\n     - Name");
        var result = (await scene.BareAsync("diff", Documents, scene.Path("."), "--json")).Returned(2);

        var lines = result.Output.Split('\n').Select(line => JsonNode.Parse(line)!).ToList();

        Assert.Equal(["IDENTITY", "IDENTITY", "IDENTITY"], lines.Select(line => (string?)line["class"]));
        Assert.Equal([null, null], lines.Take(2).Select(line => (string?)line["new"]));
        Assert.Equal(Path.Combine(Documents, Name), (string?)lines[2]["old"]);
        var change = lines[2]["changes"]![0]!.AsObject();
        Assert.Equal(["class", "flow", "oldLine", "line", "message"], change.Select(member => member.Key));
        Assert.Equal(
            ("IDENTITY", "YouTrack Users → Powerofficego Customers person", null, 55),
            ((string?)change["class"], (string?)change["flow"], (int?)change["oldLine"], (int?)change["line"]));
    }

    [Fact]
    public async Task Revisions_are_compared_and_annotations_point_into_the_files()
    {
        await using var scene = await Scene.OpenAsync(output);
        var folder = Directory.CreateDirectory(scene.Path("spec/dataflows")).FullName;
        var file = Path.Combine(folder, Name);
        await GitAsync(scene, "init", "-q");
        File.Copy(Path.Combine(Documents, Name), file);
        await CommitAsync(scene);
        var text = await File.ReadAllTextAsync(file, Token);
        await File.WriteAllTextAsync(
            file, text.Replace("     - \"string\"", "     - N/A", StringComparison.Ordinal), Token);

        var annotations = (await scene.BareAsync("diff", "HEAD", "spec/dataflows", "--github")).Returned(2);
        await CommitAsync(scene);
        var committed = (await scene.BareAsync("diff", "HEAD~1", "HEAD")).Returned(2);
        var named = (await scene.BareAsync("diff", "HEAD~1:spec/dataflows/" + Name, file)).Returned(2);

        Assert.StartsWith(
            $"::warning file=spec/dataflows/{Name},line=36,title=DATA::YouTrack Users", annotations.Output,
            StringComparison.Ordinal);
        committed.Saying($"HEAD:spec/dataflows/{Name}", "1 DATA");
        named.Saying("1 DATA");
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("--upload-pack=x")]
    [InlineData("HEAD:nowhere")]
    public async Task What_is_no_place_is_told(string place)
    {
        await using var scene = await Scene.OpenAsync(output);
        await GitAsync(scene, "init", "-q");

        Assert.Equal(1, (await scene.BareAsync("diff", place, Documents)).ExitCode);
    }

    [Fact]
    public async Task A_file_with_a_byte_order_mark_is_what_it_was_when_committed()
    {
        await using var scene = await Scene.OpenAsync(output);
        var file = scene.Path(Name);
        await File.WriteAllTextAsync(
            file, "\uFEFF" + await File.ReadAllTextAsync(Path.Combine(Documents, Name), Token), Token);
        await GitAsync(scene, "init", "-q");
        await CommitAsync(scene);

        (await scene.BareAsync("diff", "HEAD:" + Name, file)).Returned(0).Saying("0 documents changed");
    }

    private static async Task<string> ChangedAsync(Scene scene, string from, string to)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Documents, Name), Token);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(scene.Path(Name), text.Replace(from, to, StringComparison.Ordinal), Token);
        return scene.Path(Name);
    }

    private static async Task CommitAsync(Scene scene)
    {
        await GitAsync(scene, "add", "-A");
        await GitAsync(scene, "-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-q", "-m", "x");
    }

    private static async Task GitAsync(Scene scene, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = scene.Path(".") })
            ?? throw new InvalidOperationException("git did not start.");
        await git.WaitForExitAsync(Token);
        Assert.Equal(0, git.ExitCode);
    }
}
