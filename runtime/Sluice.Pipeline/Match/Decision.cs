namespace Sluice.Pipeline;

/// <summary>What is to be done about one record or link, before anything was read again.</summary>
internal abstract record Decision
{
    /// <summary>The record that it is told about.</summary>
    public abstract (Side Side, string Key) About { get; }

    /// <summary>Whether it is about a record of this key, on either side.</summary>
    public abstract bool Concerns(string key);
}
