namespace Sluice.Sandboxes.Data;

/// <summary>Something that several systems sell, known to each by the same code.</summary>
internal sealed record Goods(int Number, string Code, string Name, decimal Price);
