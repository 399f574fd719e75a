using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>
/// Documents between any two of the four systems compile against the contracts, as this project's build shows, and what
/// they say holds of the systems' own records: made, changed, and changed back.
/// </summary>
public sealed class DocumentTests(ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every pairing, on each side on which it makes records.</summary>
    public static TheoryData<string, Side> Creating => [.. from pairing in Catalogue.Pairings
        from side in new[] { Side.Left, Side.Right }
        where pairing.Descriptor[side].Creation != Creation.Never && !IsOpen(pairing)
        select new TheoryDataRow<string, Side>(pairing.Descriptor.Name, side)];

    [Fact]
    public void Each_two_systems_are_paired_and_each_is_the_source_of_each_other()
    {
        var systems = new[] { "customcrm", "keap", "powerofficego", "youtrack" };
        var expected = from source in systems
                       from target in systems
                       where source != target
                       select $"{source}-{target}.rst";

        var files = Catalogue.Pairings.SelectMany(pairing => pairing.Documents)
            .Select(document => Path.GetFileName(document.Name)).Distinct();

        Assert.Equal(expected.Order(), files.Order());
    }

    [Fact]
    public void Every_entity_that_can_be_written_is_made_by_some_document_but_what_the_given_ones_make()
    {
        var made = Creating.Select(row => row.Data.Item1).Distinct()
            .Select(name => Catalogue.Pairings.Single(pairing => pairing.Descriptor.Name == name))
            .SelectMany(pairing => new[] { Side.Left, Side.Right }
                .Where(side => pairing.Descriptor[side].Creation != Creation.Never)
                .Select(side => pairing.Descriptor[side].Name)).ToHashSet();

        Assert.Superset(
            new HashSet<EntityName>
            {
                new("Keap", "Products"), new("Powerofficego", "Departments"), new("Powerofficego", "Employees"),
                new("Powerofficego", "Products"), new("Powerofficego", "Salesorders"),
                new("Powerofficego", "Suppliers"), new("YouTrack", "Projects"), new("YouTrack", "Issues"),
                new("YouTrack", "Workitems"),
            },
            made);
    }

    [Theory]
    [MemberData(nameof(Creating))]
    public async Task What_a_document_says_holds_of_what_it_makes_and_of_every_change_in_either_direction(
        string name, Side target)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var pairing = await MappedPairing.OfAsync(name, host);
        var origins = await pairing.RecordsAsync(target.Other());
        CustomcrmPowerofficego.CustomerSalesorders.FirstCustomer =
            ((PowerOfficeGo.Customer)(await host.RecordsAsync("Powerofficego", "Customers"))[0].Value).Id;

        var (origin, made) = await pairing.CreateAsync(target, origins, Token);
        pairing.AssertAgree(target, origin, made);
        var other = origins.First(record => record.Key != origin.Key && pairing.Differs(target, record, made));
        var (changed, body) = await pairing.CarryAsync(target, other, made, Token);
        output.WriteLine($"{name}, {target}: {body}");
        pairing.AssertAgree(target, other, changed);

        // What is unique in its system is free only when its holder has gone.
        await pairing.DeleteAsync(target.Other(), other, Token);
        var (back, _) = await pairing.CarryAsync(target.Other(), changed, origin, Token);
        pairing.AssertAgree(target.Other(), changed, back);
    }

    private static bool IsOpen(Pairing pairing) => pairing.Descriptor.Left.IsOpen || pairing.Descriptor.Right.IsOpen;
}
