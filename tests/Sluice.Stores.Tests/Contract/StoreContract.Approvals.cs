namespace Sluice.Stores.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task An_approval_opens_what_its_program_found_to_be_what_was_planned_whatever_was_known_of_it()
    {
        await Store.PairingStateAsync(Other, "g1", Noon);
        await Store.SavePlanAsync(new(
            "both", Noon, new Dictionary<string, string> { [Pairing] = "f1", [Other] = "g2" },
            [new PlannedOperation(Other, "x")]));

        await DecideAsync(1, new PlanApproved("both") { Opens = [Pairing, Other] });
        await ReopenAsync();

        Assert.Equal(PairingState.Approved, await Store.PairingStateAsync(Pairing, "f1", At(2)));
        Assert.Equal(PairingState.Approved, await Store.PairingStateAsync(Other, "g2", At(2)));
        Assert.True(await Store.IsApprovedAsync(Other, "x"));
    }

    [Fact]
    public async Task An_approval_does_not_tie_what_runs_by_itself_and_ends_what_ran_as_something_else()
    {
        await LiveAsync(new(Pairing, "f1", []));
        await DecideAsync(2, new PlanApproved("hash") { Opens = [Pairing] });
        Assert.Equal(PairingState.Live, await Store.PairingStateAsync(Pairing, "f1", At(3)));

        await Store.SavePlanAsync(Plan("f2"));
        await DecideAsync(4, new PlanApproved("hash") { Opens = [Pairing] });
        Assert.Equal(PairingState.Approved, await Store.PairingStateAsync(Pairing, "f2", At(5)));
    }

    [Fact]
    public async Task To_plan_a_pairing_as_something_else_takes_no_approval_away()
    {
        await LiveAsync(new(Pairing, "f1", []));

        Assert.Equal(PairingState.Observing, await Store.PairingStateAsync(Pairing, "f2", At(1), planOnly: true));
        Assert.Equal(PairingState.Observing, await Store.PairingStateAsync(Other, "g1", At(1), planOnly: true));
        Assert.Equal(2, (await Store.CountsAsync()).Count);
        Assert.Equal(PairingState.Live, await Store.PairingStateAsync(Pairing, "f1", At(2)));
        Assert.Equal(PairingState.Observing, await Store.PairingStateAsync(Pairing, "f2", At(3)));
        Assert.Equal(PairingState.Observing, await Store.PairingStateAsync(Pairing, "f1", At(4)));
    }
}
