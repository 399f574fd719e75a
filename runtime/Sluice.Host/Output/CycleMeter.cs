using System.Collections.Concurrent;
using Sluice.Pipeline;
using Spectre.Console;

namespace Sluice.Host.Output;

/// <summary>Shows how far a cycle is: one moving line on a terminal, a plain line per step elsewhere.</summary>
internal static class CycleMeter
{
    public static async Task<T> ShowAsync<T>(
        IAnsiConsole console, string title, Func<IProgress<CycleProgress>, Task<T>> work)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            console.WriteLine($"{title} …");
            return await work(new Silent());
        }

        return await console.Status().StartAsync(title, status => work(new Moving(title, status)));
    }

    private sealed class Silent : IProgress<CycleProgress>
    {
        public void Report(CycleProgress value)
        {
        }
    }

    private sealed class Moving(string title, StatusContext status) : IProgress<CycleProgress>
    {
        private readonly ConcurrentDictionary<string, int> _listed = new();

        public void Report(CycleProgress value)
        {
            if (value.Step == "list")
                _listed[value.Subject] = value.Count;

            status.Status = Markup.Escape(value.Step == "list"
                ? $"{title}: {_listed.Values.Sum()} records listed, {value.Subject}"
                : $"{title}: {value.Subject}");
        }
    }
}
