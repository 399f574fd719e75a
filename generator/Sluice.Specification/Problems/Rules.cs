namespace Sluice.Specification.Problems;

/// <summary>Every rule that documents are held to. The build and <c>sluice check</c> report in these words.</summary>
public static class Rules
{
    /// <summary>The title cannot be read.</summary>
    public static Rule TitleUnreadable { get; } = new("SLU001", "The title cannot be read", Severity.Error);

    /// <summary>The file is not named source-target.rst.</summary>
    public static Rule FileNameUnreadable { get; } = new(
        "SLU002", "The file is not named source-target.rst", Severity.Error);

    /// <summary>The time stamp is missing or unreadable.</summary>
    public static Rule GeneratedUnreadable { get; } = new(
        "SLU003", "The time stamp is missing or unreadable", Severity.Warning);

    /// <summary>A line is none of the sentences of the language.</summary>
    public static Rule UnknownSentence { get; } = new(
        "SLU004", "A line is none of the sentences of the language", Severity.Error);

    /// <summary>Two parts of a section name different things.</summary>
    public static Rule Disagreement { get; } = new(
        "SLU005", "Two parts of a section name different things", Severity.Error);

    /// <summary>A heading is not of the form A to B.</summary>
    public static Rule HeadingUnreadable { get; } = new(
        "SLU006", "A heading is not of the form A to B", Severity.Error);

    /// <summary>A section lacks a sentence.</summary>
    public static Rule SentenceMissing { get; } = new("SLU007", "A section lacks a sentence", Severity.Error);

    /// <summary>A sentence is repeated or lacks its companion.</summary>
    public static Rule SentenceOutOfPlace { get; } = new(
        "SLU008", "A sentence is repeated or lacks its companion", Severity.Error);

    /// <summary>A table cannot be read.</summary>
    public static Rule TableBroken { get; } = new("SLU009", "A table cannot be read", Severity.Error);

    /// <summary>A section lacks a table.</summary>
    public static Rule TableMissing { get; } = new("SLU010", "A section lacks a table", Severity.Error);

    /// <summary>A match rule with a blank cell never matches.</summary>
    public static Rule MatchCellBlank { get; } = new(
        "SLU011", "A match rule with a blank cell never matches", Severity.Warning);

    /// <summary>A flow creates without match rules.</summary>
    public static Rule CreatesWithoutMatchRules { get; } = new(
        "SLU012", "A flow creates without match rules", Severity.Warning);

    /// <summary>A dependency cannot be evaluated.</summary>
    public static Rule DependencyUnreadable { get; } = new(
        "SLU013", "A dependency cannot be evaluated", Severity.Warning);

    /// <summary>The source system's label is not clear.</summary>
    public static Rule LabelUnclear { get; } = new(
        "SLU014", "The source system's label is not clear", Severity.Warning);

    /// <summary>A section is repeated word for word.</summary>
    public static Rule SectionRepeated { get; } = new(
        "SLU015", "A section is repeated word for word", Severity.Information);

    /// <summary>Two sections for one flow differ.</summary>
    public static Rule SectionsUnited { get; } = new("SLU016", "Two sections for one flow differ", Severity.Warning);

    /// <summary>A row is repeated.</summary>
    public static Rule RowRepeated { get; } = new("SLU017", "A row is repeated", Severity.Information);

    /// <summary>A target path has two data types.</summary>
    public static Rule TypesConflict { get; } = new("SLU018", "A target path has two data types", Severity.Warning);

    /// <summary>A data type cannot be read.</summary>
    public static Rule TypeUnreadable { get; } = new("SLU019", "A data type cannot be read", Severity.Error);

    /// <summary>The document does not say the data type.</summary>
    public static Rule TypeNotGiven { get; } = new(
        "SLU020", "The document does not say the data type", Severity.Information);

    /// <summary>A cell is not a path.</summary>
    public static Rule PathUnreadable { get; } = new("SLU021", "A cell is not a path", Severity.Error);

    /// <summary>A document has no sections.</summary>
    public static Rule NoFlows { get; } = new("SLU022", "A document has no sections", Severity.Warning);

    /// <summary>A list of connected records is not clear.</summary>
    public static Rule ListUnclear { get; } = new(
        "SLU023", "A list of connected records is not clear", Severity.Warning);

    /// <summary>No contract answers to an entity.</summary>
    public static Rule NoContract { get; } = new(
        "SLU030", "No contract answers to an entity", Severity.Information);

    /// <summary>An entity without a contract is called nearly like one with a contract.</summary>
    public static Rule EntityMisspelt { get; } = new(
        "SLU031", "An entity without a contract is called nearly like one with a contract", Severity.Warning);

    /// <summary>A path does not exist.</summary>
    public static Rule UnknownPath { get; } = new("SLU032", "A path does not exist", Severity.Error);

    /// <summary>A name differs from the contract's in letter case.</summary>
    public static Rule CaseDiffers { get; } = new(
        "SLU033", "A name differs from the contract's in letter case", Severity.Information);

    /// <summary>A path ends at an object that has no value of its own.</summary>
    public static Rule NoScalar { get; } = new(
        "SLU034", "A path ends at an object that has no value of its own", Severity.Warning);

    /// <summary>A form is not supported yet.</summary>
    public static Rule NotSupportedYet { get; } = new("SLU035", "A form is not supported yet", Severity.Error);

    /// <summary>A value cannot be converted.</summary>
    public static Rule CannotConvert { get; } = new("SLU036", "A value cannot be converted", Severity.Error);

    /// <summary>A row writes a read-only member.</summary>
    public static Rule ReadOnlyTarget { get; } = new("SLU037", "A row writes a read-only member", Severity.Error);

    /// <summary>A row flows one way only.</summary>
    public static Rule OneWay { get; } = new("SLU038", "A row flows one way only", Severity.Warning);

    /// <summary>Nothing supplies what a new record needs.</summary>
    public static Rule RequiredMissing { get; } = new(
        "SLU039", "Nothing supplies what a new record needs", Severity.Warning);

    /// <summary>A condition in prose has no hook.</summary>
    public static Rule ConditionHookMissing { get; } = new(
        "SLU040", "A condition in prose has no hook", Severity.Error);

    /// <summary>A connected record is not known, or nothing connects it.</summary>
    public static Rule ConnectionUnclear { get; } = new(
        "SLU041", "A connected record is not known, or nothing connects it", Severity.Warning);

    /// <summary>A row refers to records that no section keeps in step.</summary>
    public static Rule ReferenceUncovered { get; } = new(
        "SLU042", "A row refers to records that no section keeps in step", Severity.Warning);

    /// <summary>A pairing is called like one of another document.</summary>
    public static Rule PairingRepeated { get; } = new(
        "SLU043", "A pairing is called like one of another document", Severity.Error);

    /// <summary>A data type works on points in time, and gets none.</summary>
    public static Rule NoTimes { get; } = new(
        "SLU044", "A data type works on points in time, and gets none", Severity.Warning);

    /// <summary>All rules, by code.</summary>
    public static EquatableArray<Rule> All { get; } = EquatableArray.Of(
        TitleUnreadable, FileNameUnreadable, GeneratedUnreadable, UnknownSentence, Disagreement, HeadingUnreadable,
        SentenceMissing, SentenceOutOfPlace, TableBroken, TableMissing, MatchCellBlank, CreatesWithoutMatchRules,
        DependencyUnreadable, LabelUnclear, SectionRepeated, SectionsUnited, RowRepeated, TypesConflict,
        TypeUnreadable, TypeNotGiven, PathUnreadable, NoFlows, ListUnclear, NoContract, EntityMisspelt, UnknownPath,
        CaseDiffers, NoScalar, NotSupportedYet, CannotConvert, ReadOnlyTarget, OneWay, RequiredMissing,
        ConditionHookMissing, ConnectionUnclear, ReferenceUncovered, PairingRepeated, NoTimes);
}
