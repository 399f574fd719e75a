namespace Sluice.Simulation;

/// <summary>Tells the engine what users changed: late, out of order, twice, or never.</summary>
internal sealed class Webhooks(World world, Chance chance)
{
    public void Tell(SimulatedTable table, string key)
    {
        if (world.Faults.AreOn && chance.Happens(0.2))
        {
            world.Faults.Count(Fault.LostHint);
            return;
        }

        Send(table, key);
        if (world.Faults.AreOn && chance.Happens(0.2))
        {
            world.Faults.Count(Fault.RepeatedHint);
            Send(table, key);
        }
    }

    // Whichever process is there by then hears it.
    private void Send(SimulatedTable table, string key) => world.Loop.After(
        chance.Seconds(0, 60), () => world.Process?.Hint(new(table.Name, table.Entity), key));
}
