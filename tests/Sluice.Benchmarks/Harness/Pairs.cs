namespace Sluice.Benchmarks.Harness;

/// <summary>
/// Something and its floor, measured in turns: what else the machine does then falls on both, and the median of the
/// ratios shows little of it.
/// </summary>
/// <param name="Subject">Median nanoseconds a unit.</param>
/// <param name="Floor">Median nanoseconds a unit of the floor.</param>
/// <param name="Ratio">Median of the ratios of neighbours.</param>
/// <param name="Bytes">Median bytes that the subject allocated a unit.</param>
internal readonly record struct Pairs(double Subject, double Floor, double Ratio, double Bytes)
{
    // A floor of few nanoseconds is run often enough to be told from the clock's own steps.
    private const int FloorTimes = 20;

    /// <param name="time">Which time counts.</param>
    /// <param name="rounds">How many pairs; the first one more is not counted, it compiles the code.</param>
    /// <param name="units">How many units one call stands for.</param>
    /// <param name="subject">Is given the number of the round.</param>
    /// <param name="floor">Is given the same number.</param>
    /// <param name="isFloorShort">Whether the floor can be run again and again, and is too short for once.</param>
    public static async Task<Pairs> RunAsync(
        Func<Watch, double> time, int rounds, int units, Func<int, Task> subject, Func<int, Task> floor,
        bool isFloorShort = false)
    {
        var times = isFloorShort ? FloorTimes : 1;
        var (ours, floors, bytes) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var one = await Watch.RunAsync(() => subject(round));
            var other = await Watch.RunAsync(async () =>
            {
                for (var i = 0; i < times; i++)
                    await floor(round);
            });
            if (round == 0)
                continue;

            ours.Add(time(one) / units);
            floors.Add(time(other) / units / times);
            bytes.Add(one.Bytes / units);
        }

        return new(
            Watch.Median(ours), Watch.Median(floors), Watch.Median(ours.Zip(floors, (one, other) => one / other)),
            Watch.Median(bytes));
    }
}
