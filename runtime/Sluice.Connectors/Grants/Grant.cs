using System.Text.Json;

namespace Sluice.Connectors.Grants;

/// <summary>The tokens that a system gave out for one sign-in. No record: a record would print them.</summary>
internal sealed class Grant
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromHours(1);

    /// <summary>What calls bear; a secret.</summary>
    public required string Access { get; init; }

    /// <summary>What the next tokens are asked for with; a secret.</summary>
    public required string Refresh { get; init; }

    /// <summary>When they were asked for.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>When the access token ends.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>
    /// When new ones are asked for: before the access token ends, so that a token server that is down for a while holds
    /// nobody up.
    /// </summary>
    public DateTimeOffset RenewAt =>
        EndsAt - ((EndsAt - GivenAt) / 4 is var margin && margin < LongestMargin ? margin : LongestMargin);

    public static Grant? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, GrantJson.Default.Grant);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, GrantJson.Default.Grant);
}
