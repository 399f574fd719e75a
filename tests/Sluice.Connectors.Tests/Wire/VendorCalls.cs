using System.Reflection;
using System.Text.Json.Serialization;
using Sluice.Http;

namespace Sluice.Connectors.Tests.Wire;

/// <summary>A call of every method of the connectors' interfaces, with a sample for each parameter.</summary>
internal static class VendorCalls
{
    private static readonly string[] Verbs =
        ["GetAttribute", "PostAttribute", "PutAttribute", "PatchAttribute", "DeleteAttribute"];

    private static readonly MethodInfo Create = typeof(RestClients).GetMethod(
        nameof(RestClients.Create), [typeof(HttpClient), typeof(JsonSerializerContext)])!;

    public static IReadOnlyList<MethodInfo> Methods { get; } =
    [
        .. typeof(RestClients).Assembly.GetTypes()
            .Where(type => type.IsInterface).OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => type.GetMethods().OrderBy(method => method.Name, StringComparer.Ordinal))
            .Where(method => method.GetCustomAttributes().Any(one => Verbs.Contains(one.GetType().Name))),
    ];

    public static IEnumerable<WireCall> All => Methods.Select(method => new WireCall(
        $"{method.DeclaringType!.Name}.{method.Name}", Answers.Ok("""{"id":"å"}"""),
        async (client, token) =>
        {
            var api = Create.MakeGenericMethod(method.DeclaringType).Invoke(null, [client, WireContext.Default]);
            var arguments = method.GetParameters().Select(parameter => Sample(parameter, token)).ToArray();
            return await (Task<HttpResponseMessage>)method.Invoke(api, arguments)!;
        }));

    private static object Sample(ParameterInfo parameter, CancellationToken token) => parameter.ParameterType switch
    {
        { } type when type == typeof(CancellationToken) => token,
        { } type when type == typeof(int) => 25,
        { } type when type == typeof(long) => 9_007_199_254_740_993L,
        { } type when type == typeof(string) && parameter.GetCustomAttribute<BodyAttribute>() is not null =>
            """{"name":"Ål & Sønn","list":[1,null]}""",
        { } type when type == typeof(string) => $"{parameter.Name} a/b,ø",
        { } type => throw new InvalidOperationException($"There is no sample of {type} yet: add one here."),
    };
}
