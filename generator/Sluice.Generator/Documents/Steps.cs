namespace Sluice.Generator.Documents;

/// <summary>The names of the generator's steps, as tests and tools see them.</summary>
internal static class Steps
{
    /// <summary>Takes the documents from among a project's additional files.</summary>
    public const string SelectDocuments = nameof(SelectDocuments);

    /// <summary>Reads a document's text.</summary>
    public const string ParseDocument = nameof(ParseDocument);

    /// <summary>Finds a document's reverse.</summary>
    public const string JoinReverse = nameof(JoinReverse);

    /// <summary>Reads contracts and hooks; the only step that sees a compilation.</summary>
    public const string ReadSchema = nameof(ReadSchema);

    /// <summary>Reads the namespace to write into.</summary>
    public const string ReadNamespace = nameof(ReadNamespace);

    /// <summary>Binds a document to the contracts.</summary>
    public const string BindPairings = nameof(BindPairings);

    /// <summary>Finds pairings of other documents that are called alike.</summary>
    public const string JoinNames = nameof(JoinNames);

    /// <summary>Finds the other documents that name an entity which no contract answers to.</summary>
    public const string JoinContracts = nameof(JoinContracts);

    /// <summary>Writes the contract that documents make of such an entity.</summary>
    public const string EmitContracts = nameof(EmitContracts);

    /// <summary>Writes a pairing.</summary>
    public const string Emit = nameof(Emit);

    /// <summary>Writes the list of all pairings.</summary>
    public const string EmitCatalogue = nameof(EmitCatalogue);

    /// <summary>Writes the schema of the project's own contracts.</summary>
    public const string EmitSchema = nameof(EmitSchema);

    /// <summary>Places problems in their documents.</summary>
    public const string ReportProblems = nameof(ReportProblems);
}
