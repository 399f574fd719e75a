using System.Text.RegularExpressions;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>What the verbs print on computers of other countries.</summary>
public sealed partial class CultureTests(ITestOutputHelper output)
{
    private const string Persons = "powerofficego-contactperson/youtrack-users";
    private static readonly string[] Locales = ["nb_NO.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_SA.UTF-8"];

    [Fact]
    public async Task F27_Every_verb_prints_the_same_bytes_in_every_culture()
    {
        await using var scene = await Scene.OpenAsync(output, seed: 7);
        scene.SetReadOnly("Customcrm", "Keap");
        scene.Set("Pipeline__Conflict", "Hold");
        await scene.ApproveAsync();
        await scene.SettleAsync();
        var (party, user) = await ConflictAsync(scene);
        var documents = Path.Combine(Checkout.Root, "spec", "dataflows");
        var damaged = scene.Path("youtrack-powerofficego.rst");
        var text = await File.ReadAllTextAsync(
            Path.Combine(documents, "youtrack-powerofficego.rst"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            damaged, text.Replace("emailAddress", "emailAdress", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        string[][] stored =
        [
            ["plan"], ["plan", "--json"], ["run", "--once"], ["run", "--once", "--json"],
            ["run", "--key", "NOBODY", "--json"], ["status"], ["status", "--json"], ["review"], ["review", "--json"],
            ["review", Persons.ToUpperInvariant()], ["why", "POWEROFFICEGO", "CONTACTPERSON", party],
            ["why", "youtrack", "users", user, "PROFILE.EMAIL.EMAIL", "--json"],
        ];
        string[][] bare =
        [
            ["check", documents], ["check", documents, "--json"], ["check", damaged], ["check", damaged, "--json"],
            ["diff", Path.Combine(documents, "youtrack-powerofficego.rst"), damaged], ["graph", documents],
            ["graph", documents, "--svg"], ["eval", "[\"decimal\"]", "\"-1234.50\""],
            ["eval", "[\"upper\"]", "\"title\""], ["--help"], ["run", "--help"], ["run", "--unknown"],
        ];

        var expected = await SaidAsync(scene, "C.UTF-8", stored, bare);
        foreach (var locale in Locales)
            foreach (var (verb, said) in await SaidAsync(scene, locale, stored, bare))
                Assert.True(expected[verb] == said, $"{verb} in {locale}:\n{said}\nand not:\n{expected[verb]}");
    }

    private static async Task<Dictionary<string, string>> SaidAsync(
        Scene scene, string locale, string[][] stored, string[][] bare)
    {
        foreach (var variable in new[] { "LC_ALL", "LC_MESSAGES", "LANG" })
            scene.Set(variable, locale);
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var verb in stored.Concat(bare))
        {
            var result = stored.Contains(verb) ? await scene.SluiceAsync(verb) : await scene.BareAsync(verb);
            said[string.Join(' ', verb)] = Differing().Replace(
                FormattableString.Invariant($"{result.ExitCode}\n{result.Output}\n{result.Errors}"), "…");
        }

        var file = scene.Path($"{locale}.csv");
        await scene.SluiceAsync("review", "export", file);
        said["review export"] = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        return said;
    }

    /// <summary>A pair whose e-mail was edited on both sides, for somebody to decide.</summary>
    private static async Task<(string Party, string User)> ConflictAsync(Scene scene)
    {
        var oracle = new Oracles.MatchingPairing(Persons, dump => dump.ContactPersons, copiesEmail: true);
        oracle.Foresee(await scene.Sandbox.DumpAsync());
        var (party, user) = oracle.Links.Keys.Order().First();
        await scene.Sandbox.Vendors.SetEmailAsync(user, "TITLE.I@either.example");
        await scene.RunAsync();
        await scene.Sandbox.Vendors.SetEmailAsync(user, "ISIL@either.example");
        await scene.Sandbox.Vendors.SetContactPersonEmailAsync(party, "other@either.example");
        await scene.RunAsync();
        return (party, user);
    }

    // What is counted up from run to run, and when.
    [GeneratedRegex("""(?<="(run|startedAt|endedAt)":)[^,]*|(?<=Last run: ).*""")]
    private static partial Regex Differing();
}
