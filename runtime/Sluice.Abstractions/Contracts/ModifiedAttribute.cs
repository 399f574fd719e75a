namespace Sluice;

/// <summary>Marks the record's own time stamp: when its system last changed it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ModifiedAttribute : Attribute;
