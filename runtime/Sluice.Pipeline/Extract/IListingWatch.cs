namespace Sluice.Pipeline;

/// <summary>Looks at every record of a listing as it passes.</summary>
internal interface IListingWatch
{
    /// <summary>Called once per record, from the extraction of the entity it was registered for.</summary>
    void See(Record record);
}
