namespace Sluice.Pipeline;

/// <summary>What may be written to a system.</summary>
/// <param name="ReadOnly">Nothing at all is written.</param>
/// <param name="AllowCredentialWrites">Properties that open an account may be written.</param>
public readonly record struct SystemPolicy(bool ReadOnly, bool AllowCredentialWrites);
