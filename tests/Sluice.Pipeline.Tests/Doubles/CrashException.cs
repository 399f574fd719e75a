namespace Sluice.Pipeline.Tests;

/// <summary>The process died here.</summary>
internal sealed class CrashException(string where) : Exception($"crashed {where}");
