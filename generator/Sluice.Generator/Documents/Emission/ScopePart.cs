using Sluice.Generator.Text;
using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Writes the hooks that narrow a side, where somebody has written one.</summary>
internal static class ScopePart
{
    /// <summary>The overrides that ask the hooks.</summary>
    public static void Scopes(CodeWriter code, BoundPairing pairing) =>
        Each(code, pairing, static (inner, side, one, name) =>
        {
            inner.Line("/// <inheritdoc/>");
            inner.Line($"protected override bool InScope{side}({one.Alias} {name}) => {one.ScopeHook}({name});");
        });

    /// <summary>The declarations of the hooks.</summary>
    public static void Hooks(CodeWriter code, BoundPairing pairing) =>
        Each(code, pairing, static (inner, side, one, name) =>
        {
            if (one.ScopeHook == "InScope" + side)
                return;

            inner.Line(
                $"/// <summary>Whether a record of {Xml.Text(PairingProse.Name(one))} takes part. Narrows "
                    + "what its contract lets in.</summary>");
            inner.Line($"private static partial bool {one.ScopeHook}({one.Alias} {name});");
        });

    private static void Each(
        CodeWriter code, BoundPairing pairing, Action<CodeWriter, SideName, BoundSide, string> part)
    {
        foreach (var side in new[] { SideName.Left, SideName.Right })
        {
            if (pairing[side].ScopeHook is null)
                continue;

            var inner = code.Inner();
            part(inner, side, pairing[side], side == SideName.Left ? "left" : "right");
            if (inner.IsEmpty)
                continue;

            if (!code.IsEmpty)
                code.Line();

            code.Append(inner);
        }
    }
}
