namespace Sluice.Pipeline;

/// <summary>Writes of unknown outcome that may yet arrive, or have done so unseen.</summary>
internal static class LateWrites
{
    /// <summary>
    /// What one sent, where nobody could look at what it was sent to. What stood there before is not known, and what is
    /// not known hides nothing.
    /// </summary>
    public static IEnumerable<OwnWrite> Unseen(PairingDescriptor pairing, Intent intent) =>
        from field in pairing.Fields
        where intent.Sent.ContainsKey(field.Name)
        from write in Of(intent, field, intent.Sent[field.Name])
        select write;

    /// <summary>What one sent to a field, and what stood there before.</summary>
    public static IEnumerable<OwnWrite> Of(Intent intent, FieldDescriptor field, FieldValue before) =>
        field.Paths(intent.Side).Select(path =>
            new OwnWrite(intent.Side, path, before, intent.Sent[field.Name], intent.At)
            {
                Version = intent.Versions.GetValueOrDefault(field.Name),
                IsLate = true,
            });
}
