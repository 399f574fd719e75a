using Spectre.Console;

namespace Sluice.Host.Output;

/// <summary>Says what a breaker withholds, and how to let it go.</summary>
internal static class BreakerText
{
    public static void Print(IAnsiConsole console, string pairing, Breaker breaker) => console.WriteLine(
        $"{pairing}: breaker open since {breaker.Since:u}: {breaker.Reason} "
        + (breaker.IsApproved
            ? $"Plan {breaker.Plan} is approved; what of it is not done yet waits for what is open about it."
            : $"sluice approve {breaker.Plan} carries out exactly these; correct what is wrong, and it closes by "
                + "itself."));
}
