using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>Documents change and the project is built again, by <c>dotnet build</c> and without cleaning.</summary>
public sealed class RealBuildTests
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

    [Fact]
    public async Task A_document_that_is_misspelled_added_or_deleted_shows_in_the_next_build()
    {
        using var copy = new Copy();
        var token = TestContext.Current.CancellationToken;
        await SucceedsAsync(copy);
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
        await SucceedsAsync(copy);
        Assert.Equal(["Sluice.Flows.CustomcrmKeap.ContactContacts"], copy.Types().Except(types));

        File.Delete(copy.Document(Added));
        await SucceedsAsync(copy);
        Assert.Equal(types, copy.Types());
    }

    private static async Task SucceedsAsync(Copy copy)
    {
        var (exitCode, output) = await copy.BuildAsync();
        Assert.True(exitCode == 0, output);
    }
}
