using Sluice.Specification;

namespace Sluice.Generator.Rest.Models;

/// <summary>An interface of REST attributes.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name: <c>IKeapCompanies</c>.</param>
/// <param name="Methods">Its methods, in declaration order.</param>
/// <param name="Problems">What lies outside the subset. An interface with problems gets no client.</param>
internal sealed record RestInterface(
    string Namespace, string Name, EquatableArray<RestMethod> Methods, EquatableArray<RestProblem> Problems)
{
    /// <summary>The name of its client, in the same namespace: <c>KeapCompaniesRestClient</c>.</summary>
    public string ClientName =>
        (Name.Length > 1 && Name[0] == 'I' && char.IsUpper(Name[1]) ? Name.Substring(1) : Name) + "RestClient";

    /// <summary>Namespace and name of the interface.</summary>
    public string FullName => Qualify(Name);

    /// <summary>Namespace and name of the client.</summary>
    public string FullClientName => Qualify(ClientName);

    private string Qualify(string name) => Namespace.Length == 0 ? name : Namespace + "." + name;
}
