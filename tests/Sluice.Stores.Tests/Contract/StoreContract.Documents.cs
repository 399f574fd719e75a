namespace Sluice.Stores.Tests;

public abstract partial class StoreContract
{
    private static readonly CompiledDocument Forward = new("keap-youtrack.rst", "forward\n");
    private static readonly CompiledDocument Reverse = new("youtrack-keap.rst", "reverse: ø\n");

    [Fact]
    public async Task What_a_pairing_was_compiled_from_is_kept_when_it_ran_with_an_approval()
    {
        await Store.PairingStateAsync(Pairing, "f1", Noon);
        await Store.SavePlanAsync(Plan("f1"));
        await RunAsync(Compiled(Pairing, "f1", Forward, Reverse));
        Assert.Empty(await Store.ApprovedAsync());

        await ApproveAsync("hash", 2);
        Assert.Empty(await Store.ApprovedAsync());
        await RunAsync(Compiled(Pairing, "f1", Reverse, Forward));
        await ReopenAsync();

        await ApprovedIsAsync(Compiled(Pairing, "f1", Forward, Reverse));
    }

    [Fact]
    public async Task A_document_that_means_something_else_takes_no_place_before_its_approval()
    {
        var (was, now) = (Compiled(Pairing, "f1", Forward), Compiled(Pairing, "f2", Reverse));
        await LiveAsync(was);

        await Store.PairingStateAsync(Pairing, "f2", At(4));
        await RunAsync(now);
        await ApprovedIsAsync(was);

        await Store.SavePlanAsync(Plan("f2") with { Hash = "later" });
        await ApproveAsync("later", 5);
        await RunAsync(now);
        await ApprovedIsAsync(now);
    }

    [Fact]
    public async Task A_document_that_is_only_written_in_another_way_takes_its_place_in_the_next_run()
    {
        await LiveAsync(Compiled(Pairing, "f1", Forward));
        var rewritten = Compiled(Pairing, "f1", Forward with { Text = "forward, in other words\n" });

        await Store.PairingStateAsync(Pairing, "f1", At(4));
        await ApprovedIsAsync(Compiled(Pairing, "f1", Forward));
        await RunAsync(rewritten);

        await ApprovedIsAsync(rewritten);
    }

    [Fact]
    public async Task A_pairing_that_had_no_turn_keeps_what_it_was_approved_with()
    {
        var was = Compiled(Pairing, "f1", Forward);
        await LiveAsync(was);

        await RunAsync(Compiled(Pairing, "f2", Reverse));

        await ApprovedIsAsync(was);
        Assert.Equal(PairingState.Live, await Store.PairingStateAsync(Pairing, "f1", At(5)));
    }

    [Fact]
    public async Task F49_A_pairing_that_was_away_for_a_run_observes_when_it_is_back()
    {
        var was = Compiled(Pairing, "f1", Forward);
        await LiveAsync(was);
        await LinkAsync("c", "g");

        await RunAsync();
        Assert.Empty(await Store.ApprovedAsync());
        await ReopenAsync();

        Assert.Equal(PairingState.Observing, await Store.PairingStateAsync(Pairing, "f1", At(5)));
        Assert.False(await Store.IsApprovedAsync(Pairing, "create left for g1"));
        Assert.Single(await Store.LinksAsync(Pairing, 0, 10));
        await RunAsync(was);
        Assert.Empty(await Store.ApprovedAsync());
    }

    private static CompiledPairing Compiled(
        string name, string fingerprint, params CompiledDocument[] documents) => new(name, fingerprint, documents);

    private async Task LiveAsync(CompiledPairing compiled)
    {
        await Store.PairingStateAsync(compiled.Name, compiled.Fingerprint, Noon);
        await Store.SavePlanAsync(Plan(compiled.Fingerprint, "create left for g1"));
        await ApproveAsync("hash", 1);
        await Store.GoLiveAsync(compiled.Name, At(2));
        await RunAsync(compiled);
        await ApprovedIsAsync(compiled);
    }

    private async Task RunAsync(params CompiledPairing[] compiled) =>
        await Store.EndRunAsync(await Store.BeginRunAsync(At(3)), "{}", At(3), compiled);

    private async Task ApprovedIsAsync(CompiledPairing compiled)
    {
        var approved = Assert.Single(await Store.ApprovedAsync());
        Assert.Equal((compiled.Name, compiled.Fingerprint), (approved.Name, approved.Fingerprint));
        Assert.Equal(compiled.Documents, approved.Documents);
    }
}
