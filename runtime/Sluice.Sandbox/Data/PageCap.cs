namespace Sluice.Sandboxes.Data;

/// <summary>How many records the servers put on a page at most, whatever is asked for.</summary>
internal readonly record struct PageCap(int People, int Organisations);
