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
    /// <param name="rounds">How many pairs; the first one more is not counted, it compiles the code.</param>
    /// <param name="units">How many units one call stands for.</param>
    /// <param name="subject">Is given the number of the round.</param>
    /// <param name="floor">Is given the same number.</param>
    public static async Task<Pairs> RunAsync(int rounds, int units, Func<int, Task> subject, Func<int, Task> floor)
    {
        var (ours, floors) = (new List<Watch>(), new List<Watch>());
        for (var round = 0; round <= rounds; round++)
        {
            var (one, other) = (await Watch.RunAsync(() => subject(round)), await Watch.RunAsync(() => floor(round)));
            if (round == 0)
                continue;

            ours.Add(one);
            floors.Add(other);
        }

        return new(
            Watch.Median(ours.Select(watch => watch.Nanoseconds)) / units,
            Watch.Median(floors.Select(watch => watch.Nanoseconds)) / units,
            Watch.Median(ours.Zip(floors, (one, other) => one.Nanoseconds / other.Nanoseconds)),
            Watch.Median(ours.Select(watch => watch.Bytes)) / units);
    }
}
