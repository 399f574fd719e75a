namespace Sluice.Connectors.Tests.SigningIn;

/// <summary>What a store says that has no room.</summary>
public sealed class FullDiskException() : StorageException("The disk is full.", cause: null);
