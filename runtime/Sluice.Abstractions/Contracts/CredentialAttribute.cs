namespace Sluice;

/// <summary>
/// Marks a member that opens an account, such as the address that password recovery writes to. It is written only where
/// the system's option <c>AllowCredentialWrites</c> is on, and never for the account that our own token belongs to.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CredentialAttribute : Attribute;
