namespace Sluice.Host.Doctoring;

/// <summary>A setting as it holds.</summary>
/// <param name="Key">Its path: <c>Systems:Keap:BaseAddress</c>.</param>
/// <param name="Value">Its value; secrets are masked.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record EffectiveSetting(string Key, string Value, string Source);
