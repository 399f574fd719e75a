namespace Sluice;

/// <summary>Builds the requests that would write one entity of one system. Has no way to send them.</summary>
public interface IRequestBuilder
{
    /// <summary>The entity that is written.</summary>
    EntityName Entity { get; }

    /// <summary>Why records cannot be deleted, in words; null where they can.</summary>
    string? NoDelete => $"{Entity} has no way to delete a record";

    /// <summary>The request that would create a record.</summary>
    WriteRequest Create(object draft);

    /// <summary>The request that would update a record.</summary>
    /// <param name="current">The record as it was just read.</param>
    /// <param name="changed">The contract's instance with the changes put in.</param>
    /// <param name="touched">The paths to send, as <see cref="Change.Touched"/> names them.</param>
    WriteRequest Update(Record current, object changed, IReadOnlyList<string> touched);
}
