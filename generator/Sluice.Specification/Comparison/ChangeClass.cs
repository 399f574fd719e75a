namespace Sluice.Specification.Comparison;

/// <summary>What a change of a document touches, from the least to the most.</summary>
public enum ChangeClass
{
    /// <summary>The file only: layout, introduction, time stamp, notation, repetitions.</summary>
    Text,

    /// <summary>What things are called and in which order they stand; the same records and values flow.</summary>
    Shape,

    /// <summary>Which values are carried: fields, their sources and preference, data types, dependencies.</summary>
    Data,

    /// <summary>Which records exist and belong together: systems, flows, creation clauses, match rules.</summary>
    Identity,
}
