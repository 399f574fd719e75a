namespace Sluice.Pipeline;

/// <summary>Two keys of a pairing.</summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Left">The key on the left.</param>
/// <param name="Right">The key on the right.</param>
/// <param name="Line">The line of the file that says so, from 1; 0 where it comes from no file.</param>
public sealed record KeyPair(string Pairing, string Left, string Right, int Line = 0)
{
    internal string Key(Side side) => side == Side.Left ? Left : Right;

    internal bool IsSame(KeyPair other) =>
        (Pairing, Left, Right) == (other.Pairing, other.Left, other.Right);

    internal bool Shares(KeyPair other) => Pairing == other.Pairing && (Left == other.Left || Right == other.Right);
}
