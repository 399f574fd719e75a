namespace System.Runtime.CompilerServices;

// The compiler asks for this type by name before it allows init accessors; netstandard2.0 does not have it.
internal static class IsExternalInit;
