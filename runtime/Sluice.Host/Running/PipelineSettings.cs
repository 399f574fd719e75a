using Microsoft.Extensions.Configuration;
using Sluice.Pipeline;

namespace Sluice.Host.Running;

/// <summary>Reads and validates the section <c>Pipeline</c>.</summary>
internal static class PipelineSettings
{
    public static PipelineOptions Read(IConfiguration settings)
    {
        var options = new PipelineOptions();
        try
        {
            settings.GetSection("Pipeline").Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException wrong)
        {
            throw new HostException(
                $"The section Pipeline cannot be used: {wrong.Message}",
                "Its settings are Interval, LateCommitBound, FullListing, Buffer, RecentRecords, Conflict, Preferred, "
                + "Blanks, Region and Fields; spec/settings.md has their ranges.");
        }

        var pairings = Flows.Catalogue.Pairings.Select(pairing => pairing.Descriptor).ToList();
        var problems = options.Problems().Concat(PolicyCheck.Problems(options, pairings)).ToList();
        return problems.Count == 0
            ? options
            : throw new HostException(
                string.Join(' ', problems), "Correct the section Pipeline; spec/settings.md has the ranges.");
    }
}
