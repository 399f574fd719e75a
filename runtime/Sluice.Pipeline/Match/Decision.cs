namespace Sluice.Pipeline;

/// <summary>What is to be done about one record or link, before anything was read again.</summary>
internal abstract record Decision
{
    /// <summary>Whether it is about a record of this key, on either side.</summary>
    public abstract bool Concerns(string key);
}
