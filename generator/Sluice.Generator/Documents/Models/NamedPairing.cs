using Sluice.Specification.Binding;

namespace Sluice.Generator.Documents.Models;

/// <summary>A pairing whose names no other has.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Mark">
/// What its file's name needs to differ from others by more than letter case; empty where it does.
/// </param>
internal sealed record NamedPairing(BoundPairing Pairing, string Mark);
