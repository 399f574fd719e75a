using Microsoft.Extensions.Configuration;
using Sluice.Pipeline;

namespace Sluice.Host.Running;

/// <summary>Reads and validates the section <c>Pipeline</c>.</summary>
internal static class PipelineSettings
{
    public static PipelineOptions Read(IConfiguration settings)
    {
        var options = new PipelineOptions();
        var section = settings.GetSection("Pipeline");
        IReadOnlyList<PairingDescriptor> pairings =
            [.. Flows.Catalogue.Pairings.Select(pairing => pairing.Descriptor)];
        DeleteSettings.Read(section.GetSection(DeleteSettings.Section), options.Deletes, pairings);
        try
        {
            WithoutDeletes(section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException wrong)
        {
            throw new HostException(
                $"The section Pipeline cannot be used: {wrong.Message}",
                "Its settings are Interval, LateCommitBound, FullListing, ClockSkew, Keep, Buffer, Lanes, "
                + "RecentRecords, Conflict, Preferred, Blanks, Region, Fields, Deletes, Breaker and Reverts; "
                + "spec/settings.md has their ranges.");
        }

        foreach (var name in options.Breaker.Pairings.Keys)
            DeleteSettings.Pairing($"Pipeline:Breaker:Pairings:{name}", name, pairings);

        var problems = options.Problems().Concat(PolicyCheck.Problems(options, pairings)).ToList();
        return problems.Count == 0
            ? options
            : throw new HostException(
                string.Join(' ', problems), "Correct the section Pipeline; spec/settings.md has the ranges.");
    }

    // A pairing's policy is a value or a section of its own, which no binder takes for one thing.
    private static IConfigurationSection WithoutDeletes(IConfigurationSection section)
    {
        var deletes = $"{section.Path}:{DeleteSettings.Section}";
        return new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable().Where(setting =>
                setting.Value is not null
                && !setting.Key.Equals(deletes, StringComparison.OrdinalIgnoreCase)
                && !setting.Key.StartsWith(deletes + ":", StringComparison.OrdinalIgnoreCase)))
            .Build().GetSection(section.Path);
    }
}
