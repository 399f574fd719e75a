namespace Sluice.Connectors;

/// <summary>A connection that knows of something which stops nothing, and which a person should know.</summary>
public interface IWarns
{
    /// <summary>What is to be said; it may be more once the system was asked who we are.</summary>
    IReadOnlyList<Warning> Warnings { get; }
}
