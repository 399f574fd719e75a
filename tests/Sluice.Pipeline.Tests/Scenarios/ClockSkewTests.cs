namespace Sluice.Pipeline.Tests;

/// <summary>F38: two systems whose clocks are up to two minutes off, and edits of one field on both sides.</summary>
public sealed class ClockSkewTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Skew = Minute * 2;

    public static TheoryData<int, int, bool> Skews
    {
        get
        {
            var data = new TheoryData<int, int, bool>();
            foreach (var left in new[] { -2, 2 })
                foreach (var right in new[] { -2, 2 })
                    foreach (var hidden in new[] { true, false })
                        data.Add(left, right, hidden);

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Skews))]
    public async Task F38_A_wrong_clock_never_makes_the_earlier_edit_win(int leftSkew, int rightSkew, bool leftIsHidden)
    {
        foreach (var preferred in new[] { Side.Left, Side.Right })
            foreach (var gap in new[] { -6, -2, -1, 1, 2, 4, 6, 8 })
            {
                var winner = await WinnerAsync(Minute * leftSkew, Minute * rightSkew, leftIsHidden, preferred, gap);

                // The gap is how much later the edit is that was seen at once: the other one has only its own stamp.
                var later = gap > 0 == leftIsHidden ? Side.Right : Side.Left;
                Assert.True(winner == later || winner == preferred, $"{preferred}, {gap} minutes: {winner} won.");
                if (Minute * gap > (Skew * 2) + Minute)
                    Assert.Equal(later, winner);
            }
    }

    private static async Task<Side> WinnerAsync(
        TimeSpan leftSkew, TimeSpan rightSkew, bool leftIsHidden, Side preferred, int gap)
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.Options.Preferred["acme-people/beta-users"] = preferred == Side.Left ? "Acme" : "Beta";
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        await world.CycleAsync(Minute * 10);

        // One side cannot be listed for a while; the other is looked at every minute.
        var (hidden, seen) = leftIsHidden ? (world.People, world.Users) : (world.Users, world.People);
        hidden.RightMissing = true;
        for (var minute = 0; minute < 20; minute++)
        {
            world.Clock.Advance(Minute / 2);
            if (minute == 9)
                Edit(hidden, leftIsHidden ? leftSkew : rightSkew);
            if (minute == 9 + gap)
                Edit(seen, leftIsHidden ? rightSkew : leftSkew);
            await world.CycleAsync(Minute / 2);
        }

        hidden.RightMissing = false;
        await world.CycleAsync(Minute);
        await world.CycleAsync(Minute);
        var winner = (string?)world.People["p01"]["phone"];
        Assert.Equal(winner, (string?)world.Users["u01"]["phone"]);
        return winner == "Acme" ? Side.Left : Side.Right;

        void Edit(FakeEntity entity, TimeSpan skew)
        {
            var key = entity.Keys.Single();
            entity.Edit(key, "phone", entity.Entity.System);
            entity[key]["modified"] = world.Clock.GetUtcNow() + skew;
        }
    }
}
