using System.Text.Json;

namespace Sluice.Host.Running;

/// <summary>What the owner of a store tells the process that asked it for a cycle.</summary>
/// <param name="Ran">What the cycle came to; null where none was run.</param>
/// <param name="Refusal">Why none was; null where one was.</param>
/// <param name="Fix">What to do about that; null where one was.</param>
internal sealed record RunAnswer(RanCycle? Ran, string? Refusal = null, string? Fix = null)
{
    /// <summary>As the store keeps it: of the plan what a run prints, which is not its operations.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        this with { Ran = Ran is { Report: { Plan: { } plan } report } ran
            ? ran with { Report = report with { Plan = plan with { Items = [], LikelyDuplicates = [] } } }
            : Ran },
        RunAnswerJson.Default.RunAnswer);

    /// <summary>What the store kept.</summary>
    /// <exception cref="HostException">The owner is another program.</exception>
    public static RunAnswer Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RunAnswerJson.Default.RunAnswer)!;
        }
        catch (JsonException)
        {
            throw new HostException(
                "The run was carried out by a `sluice run` of another program, whose answer this one cannot read.",
                "`sluice status` shows what came of it.");
        }
    }
}
