using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>Documents change and the project is built again, by <c>dotnet build</c> and without cleaning.</summary>
public sealed class RealBuildTests(ITestOutputHelper log, Copy copy) : IClassFixture<Copy>
{
    private const string Added = "keap-customcrm.rst";

    // A sentence is one line of a document.
    private const string Before =
        "Before any synchronization can take place, a link between a Keap Contacts and a Customcrm Contact must be "
        + "established.";

    private const string Once =
        "Once a link between a Keap Contacts and a Customcrm Contact is established, it will keep in sync between the "
        + "two systems, regardless of where it is edited.";

    private const string AddedText =
        $"""
        ==========================
        Keap to Customcrm Dataflow
        ==========================

        Generated: 2025-01-01 00:00:00

        Introduction
        ------------

        Which contacts of the two are the same person.

        Keap Contacts to Customcrm Contact
        ----------------------------------
        {Before}

        A Keap Contacts will merge with a Customcrm Contact if one of the following property combinations match:

        .. list-table::
           :header-rows: 1

           * - Keap Contacts Property
             - Customcrm Contact Property
           * - family_name
             - LastName

        {Once}

        The following properties are synchronized between a Keap Contacts and a Customcrm Contact:

        .. list-table::
           :header-rows: 1

           * - Keap Contacts Property
             - Customcrm Contact Property
             - Customcrm Data Type
           * - given_name
             - FirstName
             - "string"

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_that_is_misspelled_added_or_deleted_shows_in_the_next_build()
    {
        var token = Token;
        await SucceedsAsync();
        var types = copy.Types();
        Assert.Contains("Sluice.Flows.PowerofficegoYouTrack.ContactpersonUsers", types);

        var document = copy.Document("youtrack-powerofficego.rst");
        var right = await File.ReadAllTextAsync(document, token);
        await File.WriteAllTextAsync(
            document, right.Replace("     - EmailAddress", "     - EmailAdress", StringComparison.Ordinal), token);
        var (exitCode, output) = await copy.BuildAsync();
        Assert.NotEqual(0, exitCode);

        // The summary of a build says its errors a second time.
        var error = Assert.Single(
            output.Split('\n').Select(line => line.Trim()).Distinct(),
            line => line.Contains(": error ", StringComparison.Ordinal));
        Assert.Contains(
            "youtrack-powerofficego.rst(56,8): error SLU032: 'EmailAdress' does not exist", error,
            StringComparison.Ordinal);
        Assert.Contains("Did you mean 'EmailAddress'?", error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(document, right, token);
        await File.WriteAllTextAsync(copy.Document(Added), AddedText, token);
        await SucceedsAsync();
        Assert.Equal(["Sluice.Flows.CustomcrmKeap.ContactContacts"], copy.Types().Except(types));

        File.Delete(copy.Document(Added));
        await SucceedsAsync();
        Assert.Equal(types, copy.Types());
    }

    [Fact]
    public async Task A_plan_says_what_changed_in_the_documents_since_the_last_run_and_what_it_touches()
    {
        const string Gone = "powerofficego-contactperson/youtrack-users";
        const string Filled = "powerofficego-customers-person/youtrack-users";
        await using var scene = await Scene.OpenAsync(log);
        var first = await scene.JsonAsync(2, "plan");
        Assert.Empty(first["changes"]!.AsArray());
        (await scene.SluiceAsync("approve", (string)first["hash"]!)).Returned(0);
        var ran = await scene.RunAsync();

        // One flow goes, another fills one more property, and all of a third document has another date.
        var (powerOffice, keap) = (copy.Document("youtrack-powerofficego.rst"), copy.Document("youtrack-keap.rst"));
        var (was, dated) = (await File.ReadAllTextAsync(powerOffice, Token), await File.ReadAllTextAsync(keap, Token));
        var second = was.IndexOf("YouTrack Users to Powerofficego Customers", StringComparison.Ordinal);
        var edited = was[..was.IndexOf("YouTrack Users to Powerofficego Contact", StringComparison.Ordinal)]
            + was[second..].TrimEnd() + "\n   * - profile.email.email\n     - EmailAddress\n     - \"string\"\n";
        try
        {
            await File.WriteAllTextAsync(powerOffice, edited, Token);
            await File.WriteAllTextAsync(
                keap, dated.Replace("2024-09-15", "2025-09-15", StringComparison.Ordinal), Token);
            await SucceedsAsync();
            using var host = new RebuiltHost(copy.Assembly);
            scene.Host = host.Folder;

            (await scene.SluiceAsync("status")).Returned(2).Saying(
                $"{Filled}: youtrack-powerofficego.rst changed since its last approved run; nothing is written for it "
                + "before a plan is approved: `sluice plan` shows the changes, and the hash to approve.",
                $"{Gone}: youtrack-powerofficego.rst changed since its last approved run; no flow is left for it",
                "keap-companies/youtrack-groups: youtrack-keap.rst changed since its last approved run; it does what "
                + "it did, and needs no approval.");

            var line = edited.Split('\n').Length - 3;
            (await scene.SluiceAsync("plan")).Returned(2).Saying(
                "Changed since the last run: youtrack-keap.rst(1): TEXT: The time stamp is 2025-09-15 00:00:00 now, "
                + $"and was 2024-09-15 00:00:00 before. [{ran["keap-companies/youtrack-groups"].Links} links of "
                + "keap-companies/youtrack-groups, ",
                $"youtrack-powerofficego.rst({line}): DATA: YouTrack Users → Powerofficego Customers person: "
                + "'EmailAddress' is filled from 'profile.email.email' ('\"string\"') now. "
                + $"[{ran[Filled].Links} links of {Filled}]",
                "youtrack-powerofficego.rst(was on 12): IDENTITY: YouTrack Users → Powerofficego Contactperson: The "
                + $"flow is gone: its records are no longer kept in step. [{ran[Gone].Links} links of {Gone}] "
                + $"Nothing is written for {Filled} before a plan is approved.");
            await scene.RunAsync();
            Assert.DoesNotContain(
                await scene.Sandbox.LogAsync(), entry => entry is { System: "powerofficego", IsWrite: true });
            var plan = await scene.JsonAsync(2, "plan");
            var change = Assert.Single(plan["changes"]!.AsArray())!;
            Assert.Equal(("DATA", line), ((string?)change["class"], (int)change["line"]!));
            Assert.Equal(
                $$"""[{"pairing":"{{Filled}}","links":{{ran[Filled].Links}},"needsApproval":true}]""",
                change["pairings"]!.ToJsonString());

            (await scene.SluiceAsync("approve", (string)plan["hash"]!)).Returned(0);
            await scene.RunAsync();
            Assert.Empty((await scene.JsonAsync(0, "plan"))["changes"]!.AsArray());

            await scene.ForgetDocumentsAsync();
            Assert.Equal(
                "What the pairings were approved with is not known: the store is from before documents were kept in "
                + "it. Their next run with an approval puts them there.",
                (await scene.SluiceAsync("plan")).Returned(0).Output.Split('\n')
                    .Single(said => said.StartsWith("What", StringComparison.Ordinal)));
        }
        finally
        {
            await File.WriteAllTextAsync(powerOffice, was, Token);
            await File.WriteAllTextAsync(keap, dated, Token);
        }
    }

    private async Task SucceedsAsync()
    {
        var (exitCode, output) = await copy.BuildAsync();
        Assert.True(exitCode == 0, output);
    }
}
