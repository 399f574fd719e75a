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

    private static object Sample(ParameterInfo parameter, CancellationToken token)
    {
        object[] samples =
        [
            token, 25, 9_007_199_254_740_993L, new DateTimeOffset(2024, 7, 22, 13, 5, 9, TimeSpan.Zero),
            new DateOnly(2024, 7, 22),
            parameter.GetCustomAttribute<BodyAttribute>() is null
                ? $"{parameter.Name} a/b,ø"
                : """{"name":"Ål & Sønn","list":[1,null]}""",
        ];
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return Array.Find(samples, sample => sample.GetType() == type)
            ?? throw new InvalidOperationException($"There is no sample of {type} yet: add one here.");
    }
}
