using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>What a process asks the owner of a store to run.</summary>
/// <param name="Scope">What the run is confined to.</param>
/// <param name="Program">
/// What the process is compiled from, as <see cref="ProgramOf"/> says: an owner that is compiled from other documents
/// would run something else.
/// </param>
public sealed record RequestedScope(CycleScope Scope, string Program)
{
    /// <summary>Tells programs apart by what their pairings were compiled from.</summary>
    public static string ProgramOf(IEnumerable<CompiledPairing> compiled)
    {
        var text = string.Join('\n', compiled.Select(pairing => $"{pairing.Name} {pairing.Fingerprint}")
            .Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    /// <summary>As the store keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RequestJson.Default.RequestedScope);

    /// <summary>What the store kept.</summary>
    /// <returns>Null where a program wrote it that knows more than this one.</returns>
    public static RequestedScope? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RequestJson.Default.RequestedScope);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
