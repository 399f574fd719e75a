namespace Sluice.Pipeline;

/// <summary>What a plan says about a store that was restored.</summary>
internal static class RestoredText
{
    public static string Link(PairingDescriptor pairing, RecoverOperation recover)
    {
        var (target, origin) = (recover.Decision.Target, recover.Decision.Origin);
        return $"link {pairing[target.Other()].Name} {origin.Key} with {pairing[target].Name} {recover.Found.Key}: the "
            + "store was restored, and this is the one record that holds what would be created";
    }

    public static string Missed(EntityName entity) =>
        $" (the store was restored; nothing in {entity} is like it: create it only if nobody deleted it on purpose)";
}
