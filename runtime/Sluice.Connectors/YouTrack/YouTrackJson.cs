using System.Text.Json.Serialization;

namespace Sluice.Connectors.YouTrack;

/// <summary>How YouTrack's and Hub's JSON is read and written.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(HubUser))]
[JsonSerializable(typeof(HubUserGroup))]
[JsonSerializable(typeof(HubOrganization))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(Issue))]
[JsonSerializable(typeof(IssueFieldValue))]
[JsonSerializable(typeof(Project))]
[JsonSerializable(typeof(WorkItem))]
internal sealed partial class YouTrackJson : JsonSerializerContext;
