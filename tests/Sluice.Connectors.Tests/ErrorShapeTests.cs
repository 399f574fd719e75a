using System.Net;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>Every form in which a vendor says what is wrong becomes a reason with the field and the words.</summary>
public sealed class ErrorShapeTests
{
    private const string Usergroup = """{"name":"x"}""";

    public static TheoryData<string, string, int, string, string> Shapes => new()
    {
        // YouTrack: what is wrong inside stands in children.
        {
            "YouTrack", "Issues", 400,
            """
            {"error":"invalid_properties","error_description":"Not all is right","error_children":[
              {"error":"required","error_description":"Summary is required"},
              {"error":"field_type","error_description":"Priority has no value Huge","error_children":[]}]}
            """,
            "400: Not all is right; Summary is required; Priority has no value Huge"
        },
        { "YouTrack", "Issues", 400, """{"error":"Bad Request"}""", "400: Bad Request" },

        // Hub: the field stands beside the words, or in the parameters.
        {
            "YouTrack", "Usergroups", 400,
            """
            {"error":"bad_request","error_code":400,"error_description":"must be unique","error_uri":"https://x",
             "error_developer_message":"group.name","error_field":"name","error_params":[]}
            """,
            "400: name: must be unique"
        },
        {
            "YouTrack", "Usergroups", 409,
            """
            {"error":"conflict","error_description":"is taken",
             "error_params":[{"name":"name","value":"x"},{"name":"parent","value":"y"}]}
            """,
            "409: name, parent: is taken"
        },

        // Keap: the gateway's fault, the first version's exception, the second version's details.
        {
            "Keap", "Companies", 400,
            """{"fault":{"faultstring":"Body too large","detail":{"errorcode":"protocol.http.TooBigBody"}}}""",
            "400: Body too large"
        },
        {
            "Keap", "Companies", 400,
            """
            {"message":"Input could not be converted","localizedMessage":"Input could not be converted",
             "cause":{"message":"BILLING Region is invalid","cause":null,"stackTrace":[{"methodName":"convert"}]},
             "stackTrace":[{"methodName":"handle","fileName":"H.java"}],"suppressed":[]}
            """,
            "400: Input could not be converted; BILLING Region is invalid"
        },
        {
            "Keap", "Companies", 400, """{"message":null,"localizedMessage":"Not a company","stackTrace":[]}""",
            "400: Not a company"
        },
        {
            "Keap", "Companies", 400,
            """
            {"code":3,"message":"Invalid argument","status":"INVALID_ARGUMENT",
             "details":[{"domain":"address","resource":"country_code"}]}
            """,
            "400: Invalid argument; address country_code"
        },

        // PowerOffice: problem details in both cases, the framework's own, the gateway's.
        {
            "Powerofficego", "Customers", 400,
            """
            {"Type":"x","Title":"Customer validation error(s)","Status":400,
             "Detail":"ExternalImportReference is already in use.","Instance":"/Customers"}
            """,
            "400: ExternalImportReference is already in use."
        },
        { "Powerofficego", "Customers", 400, """{"title":"Bad Request","status":400}""", "400: Bad Request" },
        {
            "Powerofficego", "Customers", 400,
            """
            {"title":"One or more validation errors occurred.","status":400,
             "errors":{"$.MailAddress.City":["The City field is required."],"Name":["Too long.","Not \"x\"."]}}
            """,
            "400: One or more validation errors occurred.; $.MailAddress.City: The City field is required.; "
                + "Name: Too long.; Name: Not \"x\"."
        },
        {
            "Powerofficego", "Customers", 400, """{"statusCode":"400","message":"Missing subscription"}""",
            "400: Missing subscription"
        },

        // A system of one's own, in the forms that frameworks have.
        {
            "Customcrm", "Customer", 422,
            """{"errors":[{"field":"Name","message":"is blank"},{"field":"Email","message":"is none"}]}""",
            "422: Name: is blank; Email: is none"
        },
        { "Customcrm", "Customer", 422, """{"errors":["Name is blank","Email is none"]}""",
            "422: Name is blank; Email is none" },
        { "Customcrm", "Customer", 400, """{"message":["name must be a text"],"error":"Bad Request"}""",
            "400: name must be a text" },
        {
            "Customcrm", "Customer", 422,
            """{"detail":[{"loc":["body","Name"],"msg":"field required","type":"value_error.missing"}]}""",
            "422: Name: field required"
        },
        { "Customcrm", "Customer", 400, """{"error":{"message":"Name is blank"}}""", "400: Name is blank" },

        // What nobody foresaw.
        { "Customcrm", "Customer", 400, """{"errors":"[]","fault":[],"detail":{"x":1}}""",
            "Customcrm says 400 and gives no reason." },
        { "Keap", "Companies", 400, "[]", "Keap says 400 and gives no reason." },
        { "Keap", "Companies", 400, "null", "Keap says 400 and gives no reason." },
        { "Keap", "Companies", 400, "upstream says\nno", "400: upstream says no" },
        { "Powerofficego", "Customers", 400, """{"title":""", "400: {\"title\":" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task What_a_vendor_says_is_the_reason(
        string system, string entity, int status, string body, string reason)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("odd-error", system, status: status, body: body));

        var result = await host.Sink(system, entity).SendAsync(
            new(null, Usergroup), TestContext.Current.CancellationToken);

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Equal(reason, result.Reason);
    }

    [Theory]
    [InlineData(401, WriteOutcome.NotDone)]
    [InlineData(403, WriteOutcome.NotDone)]
    [InlineData(429, WriteOutcome.NotDone)]
    [InlineData(409, WriteOutcome.Rejected)]
    [InlineData(500, WriteOutcome.Unknown)]
    public async Task An_error_without_a_word_is_told_by_its_status(int status, WriteOutcome outcome)
    {
        await using var host = Host.Of(new ScriptedHandler((request, _) =>
            request.RequestUri!.AbsolutePath.EndsWith("Token", StringComparison.Ordinal)
                ? ScriptedHandler.Json("""{"access_token":"t","token_type":"bearer","expires_in":1200}""")
                : new HttpResponseMessage((HttpStatusCode)status)));

        var result = await host.Sink("Powerofficego", "Customers").SendAsync(
            new(null, Usergroup), TestContext.Current.CancellationToken);

        Assert.Equal(outcome, result.Outcome);
        Assert.Contains($"{status}", result.Reason, StringComparison.Ordinal);
    }
}
