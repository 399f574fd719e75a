namespace Sluice.Pipeline;

/// <summary>Which protections are on.</summary>
internal sealed class Protections
{
    private readonly uint _off;

    private Protections(uint off) => _off = off;

    /// <summary>Every protection, as in every product.</summary>
    public static Protections All { get; } = new(0);

    /// <summary>Every protection but these.</summary>
    public static Protections Without(IEnumerable<Protection> off) =>
        new(off.Aggregate(0U, (bits, protection) => bits | Bit(protection)));

    /// <summary>Whether a protection is on.</summary>
    public bool Has(Protection protection) => (_off & Bit(protection)) == 0;

    private static uint Bit(Protection protection) => 1U << (int)protection;
}
