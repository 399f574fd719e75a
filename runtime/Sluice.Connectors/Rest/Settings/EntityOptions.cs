using Sluice.Connectors.Rest.Routes;

namespace Sluice.Connectors.Rest.Settings;

/// <summary>How one entity is read and written.</summary>
/// <param name="name">Its name, as documents write it.</param>
internal sealed class EntityOptions(string name)
{
    public string Name => name;

    /// <summary>Where the settings stand, for messages.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Lists the records. Required.</summary>
    public Route? List { get; private set; }

    /// <summary>Gets one record. Required: what is written over is read first.</summary>
    public Route? Get { get; private set; }

    /// <summary>Makes a record; null where none is made.</summary>
    public Route? Create { get; private set; }

    /// <summary>Changes a record; null where none is changed.</summary>
    public Route? Update { get; private set; }

    /// <summary>Deletes a record; null where none is deleted.</summary>
    public Route? Delete { get; private set; }

    /// <summary>The members that make up a record's key; by default <c>id</c>.</summary>
    public IReadOnlyList<string> Key { get; private set; } = ["id"];

    /// <summary>
    /// The member with the record's time stamp, which moves with every change; null where it has none.
    /// </summary>
    public string? Modified { get; private set; }

    /// <summary>How points in time are written; by default as ISO 8601.</summary>
    public TimeForm TimeForm { get; private set; }

    /// <summary>Members that the system fills in, and does not take.</summary>
    public IReadOnlyList<string> Unwritable { get; private set; } = [];

    /// <summary>
    /// Whether the system leaves nulls out, so that a missing member is one. By default not: what is missing is unknown
    /// then, and nothing is written over it.
    /// </summary>
    public bool OmitsNulls { get; private set; }

    /// <summary>How an update makes sure that nobody changed the record meanwhile.</summary>
    public ConcurrencyStyle Concurrency { get; private set; }

    public EnvelopeOptions Envelope { get; } = new();

    public PagingOptions Paging { get; } = new();

    public FieldOptions Fields { get; } = new();

    public ChangeOptions Changes { get; } = new();

    public UpdateOptions Updates { get; } = new();

    public IdempotencyOptions Idempotency { get; } = new();

    /// <summary>Whether anything of it is written.</summary>
    public bool IsWritten => Create is not null || Update is not null || Delete is not null;

    public void Read(SettingsReader reader, ICollection<string> problems)
    {
        Place = reader.Path;
        List = RouteOf(nameof(List), HttpMethod.Get);
        Get = RouteOf(nameof(Get), HttpMethod.Get);
        Create = RouteOf(nameof(Create), HttpMethod.Post, HttpMethod.Put);
        Update = RouteOf(nameof(Update), HttpMethod.Patch, HttpMethod.Put, HttpMethod.Post);
        Delete = RouteOf(nameof(Delete), HttpMethod.Delete, HttpMethod.Post);
        reader.Texts(nameof(Key), value => Key = value);
        reader.Text(nameof(Modified), value => Modified = Given.Of(value));
        reader.Choice<TimeForm>(nameof(TimeForm), value => TimeForm = value);
        reader.Texts(nameof(Unwritable), value => Unwritable = value);
        reader.Switch(nameof(OmitsNulls), value => OmitsNulls = value);
        reader.Choice<ConcurrencyStyle>(nameof(Concurrency), value => Concurrency = value);
        Note(Envelope.Read(reader.Inside(nameof(Envelope))));
        Note(Paging.Read(reader.Inside(nameof(Paging))));
        Note(Fields.Read(reader.Inside(nameof(Fields))));
        Note(Changes.Read(reader.Inside(nameof(Changes)), Modified is not null));
        Note(Updates.Read(reader.Inside(nameof(Updates))));
        Note(Idempotency.Read(reader.Inside(nameof(Idempotency))));
        reader.RefuseOthers();
        Note(EntityProblems.Of(this, reader));
        Note(WrittenPath.Problems(
            reader, [(nameof(Modified), Modified), .. Key.Select(path => (nameof(Key), (string?)path))]));

        Route? RouteOf(string setting, params HttpMethod[] methods)
        {
            Route? route = null;
            reader.Text(setting, text =>
            {
                string? problem = null;
                route = text.Length == 0 ? null : Route.Read(text, methods[0], methods, out problem);
                if (problem is not null)
                    problems.Add($"{reader.PlaceOf(setting)} is '{text}'; {problem}.");
            });
            return route;
        }

        void Note(IEnumerable<string> found)
        {
            foreach (var problem in found)
                problems.Add(problem);
        }
    }
}
