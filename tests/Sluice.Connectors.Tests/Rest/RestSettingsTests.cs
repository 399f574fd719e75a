using System.Text.Json.Nodes;

namespace Sluice.Connectors.Tests.Rest;

/// <summary>What is wrong with settings is told before anything is asked: what, where, and how to fix it.</summary>
public sealed class RestSettingsTests
{
    private const string E = "Systems:Shop:Entities:Customers";

    [Theory]
    [InlineData("\"List\": null", $"{E}:List is missing. Give its route, as in /customers.")]
    [InlineData("\"Get\": \"\"", $"{E}:Get is missing. Give its route, as in /customers/{{id}}.")]
    [InlineData("\"Lst\": \"/c\"", $"{E}:Lst is no setting of this system. Did you mean List? There are")]
    [InlineData("\"List\": \"c\"", $"{E}:List is 'c'; its path has to begin with one slash")]
    [InlineData("\"List\": \"//other.example/c\"", $"{E}:List is '//other.example/c'; its path has to begin with one")]
    [InlineData("\"List\": \"/a/../c\"", $"{E}:List is '/a/../c'; its path climbs")]
    [InlineData("\"List\": \"POST /c\"", $"{E}:List is 'POST /c'; its method has to be GET")]
    [InlineData("\"List\": \"/c/{id}\"", $"{E}:List is 'GET /c/{{id}}': nothing is known that could fill in {{id}}")]
    [InlineData("\"Get\": \"/c/{ id\"", $"{E}:Get is '/c/{{ id'; its method has to be GET")]
    [InlineData("\"Get\": \"/c/{id\"", $"{E}:Get is '/c/{{id'; its braces do not pair")]
    [InlineData("\"Get\": \"/c\"", $"{E}:Get is 'GET /c': it has to hold the key, as in /customers/{{id}}.")]
    [InlineData(
        "\"Key\": \"Identity\", \"Get\": \"/c/{Idntity}\"",
        $"{E}:Get is 'GET /c/{{Idntity}}': {{Idntity}} is no part of the key. Did you mean {{Identity}}? The key is "
            + $"Identity ({E}:Key).")]
    [InlineData("\"Key\": []", $"{E}:Key names nothing; give the member that holds a record's key, as in id.")]
    [InlineData("\"Create\": \"PUT /c/{id}\"", $"{E}:Create is 'PUT /c/{{id}}', which would replace a record")]
    [InlineData(
        "\"Create\": \"PUT /c\", \"Idempotency\": { \"Style\": \"Upsert\" }",
        $"{E}:Idempotency:Style is Upsert: the route of Create has to hold the key")]
    [InlineData("\"Paging\": { \"Style\": \"Pag\" }", $"{E}:Paging:Style is 'Pag'; did you mean Page? There are None")]
    [InlineData("\"Paging\": { \"Style\": \"7\" }", $"{E}:Paging:Style is '7'; give one of None, Offset, Page")]
    [InlineData("\"Paging\": \"Page\"", $"{E}:Paging is 'Page'; it is a section, which holds settings.")]
    [InlineData("\"Paging\": { \"Size\": \"limit\" }", $"{E}:Paging:Size is given, but {E}:Paging:Style is None")]
    [InlineData("\"Paging\": { \"Style\": \"Cursor\" }", $"{E}:Paging:Style is Cursor, and nothing says where a page")]
    [InlineData(
        "\"Paging\": { \"Style\": \"Page\", \"Next\": \"next\" }",
        $"{E}:Paging:Next is given, but {E}:Paging:Style is Page, which does not look there")]
    [InlineData(
        "\"Paging\": { \"Style\": \"NextLink\", \"Next\": \"next\", \"NextHeader\": \"Link\" }",
        $"{E}:Paging:Next and {E}:Paging:NextHeader are both given")]
    [InlineData("\"Paging\": { \"Style\": \"Page\", \"First\": 2 }", $"{E}:Paging:First is 2; pages are counted from")]
    [InlineData("\"Envelope\": { \"Total\": \"n\" }", $"{E}:Envelope:Total is 'n', but without Items a page is a bare")]
    [InlineData(
        "\"Envelope\": { \"Items\": \"a\", \"Total\": \"n\", \"TotalHeader\": \"X-N\" }",
        $"{E}:Envelope:Total and {E}:Envelope:TotalHeader are both given")]
    [InlineData("\"Fields\": { \"Names\": \"a\" }", $"{E}:Fields:Names is given without Parameter")]
    [InlineData("\"Changes\": { \"Parameter\": \"since\" }", $"{E}:Changes:Parameter is 'since', but Modified is")]
    [InlineData(
        "\"Modified\": \"m\", \"Changes\": { \"Parameter\": \"since\", \"Filter\": \"m gt 1\" }",
        $"{E}:Changes:Filter is 'm gt 1', in which {{since}} is missing")]
    [InlineData("\"Updates\": { \"Style\": \"Full\", \"Always\": \"a\" }", $"{E}:Updates:Always is given, but updates")]
    [InlineData("\"Updates\": { \"ContentType\": \"json\" }", $"{E}:Updates:ContentType is 'json'; give a media type")]
    [InlineData(
        "\"Updates\": { \"Style\": \"Full\" }, \"Fields\": { \"Parameter\": \"fields\" }",
        $"{E}:Updates:Style is Full, which sends back the whole record, and Fields asks for a part")]
    [InlineData("\"Concurrency\": \"Modified\"", $"{E}:Concurrency is Modified, and Modified is missing beside it")]
    [InlineData("\"Idempotency\": { \"Style\": \"Reference\" }", $"{E}:Idempotency:Style is Reference, and Reference")]
    [InlineData("\"Idempotency\": { \"Reference\": \"a\" }", $"{E}:Idempotency:Reference is given, but")]
    [InlineData(
        "\"Envelope\": { \"Items\": \"/data/items\" }",
        $"{E}:Envelope:Items is '/data/items'; a path is names with dots between them, as in data.items.")]
    [InlineData("\"Envelope\": { \"Item\": \"$.data\" }", $"{E}:Envelope:Item is '$.data'; a path is names")]
    [InlineData(
        "\"Paging\": { \"Style\": \"Cursor\", \"Next\": \"/meta/next\" }",
        $"{E}:Paging:Next is '/meta/next'; a path is names with dots between them, as in meta.next.")]
    [InlineData("\"Modified\": \"$.meta.at\"", $"{E}:Modified is '$.meta.at'; a path is names with dots between")]
    [InlineData("\"TimeForm\": \"Epoch\"", $"{E}:TimeForm is 'Epoch'; give one of Iso")]
    public async Task A_wrong_setting_of_an_entity_is_named_with_the_fix(string settings, string problem)
    {
        await using var host = new RestHost(new ShelfServer(), With(settings));

        Assert.StartsWith(problem, Assert.Single(host.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "\"BaseAdres\": \"x\"", "Systems:Shop:BaseAdres is no setting of this system. Did you mean BaseAddress?")]
    [InlineData(
        "\"Authentication\": { \"Kind\": \"Bearer\" }",
        "Systems:Shop:Authentication:Token is missing. Ask whoever runs the system for a token. It is a secret: give "
            + "it as the environment variable Systems__Shop__Authentication__Token or as a user secret.")]
    [InlineData("\"Authentication\": { \"Kind\": \"Baerer\" }", "Systems:Shop:Authentication:Kind is 'Baerer'; did")]
    [InlineData(
        "\"Authentication\": { \"Token\": \"abc\" }",
        "Systems:Shop:Authentication:Token is given, but Authentication:Kind is None. Give the kind Bearer")]
    [InlineData(
        "\"Authentication\": { \"Kind\": \"Basic\", \"User\": \"a:b\", \"Password\": \"p\" }",
        "Systems:Shop:Authentication:User holds a colon")]
    [InlineData("\"Authentication\": { \"Kind\": \"ApiKey\" }", "Systems:Shop:Authentication:Key is missing.")]
    [InlineData(
        "\"Authentication\": { \"Kind\": \"ApiKey\", \"Key\": \"k\", \"Header\": \"Host\" }",
        "Systems:Shop:Authentication:Header is 'Host', which is no header that a key may go in")]
    [InlineData(
        "\"Authentication\": { \"Kind\": \"ClientCredentials\", \"ClientId\": \"a\", \"ClientSecret\": \"b\", "
            + "\"TokenAddress\": \"http://shop.example/token\" }",
        "Systems:Shop:Authentication:TokenAddress is 'http://shop.example/token': credentials would travel in the")]
    [InlineData("\"Headers\": { \"Authorization\": \"x\" }", "Systems:Shop:Headers:Authorization is no header that")]
    [InlineData("\"Account\": { \"Id\": \"a\" }", "Systems:Shop:Account:Route is missing")]
    [InlineData("\"Account\": { \"Route\": \"me\" }", "Systems:Shop:Account:Route is 'me'; its path has to begin")]
    [InlineData("\"Account\": { \"Route\": \"/me\", \"Id\": \"/id\" }", "Systems:Shop:Account:Id is '/id'; a path is")]
    [InlineData("\"Success\": \"$.ok\"", "Systems:Shop:Success is '$.ok'; a path is names with dots between")]
    [InlineData(
        "\"Authentication\": { \"ClientIn\": \"Form\" }",
        "Systems:Shop:Authentication:ClientIn is given, but Authentication:Kind is None. Give the kind ClientC")]
    [InlineData("\"Quota\": { \"Left\": \"X-Left\" }", "Systems:Shop:Quota:Reset is missing")]
    [InlineData("\"Defaults\": { \"Lst\": \"x\" }", "Systems:Shop:Defaults:Lst is no setting of this system. Did you")]
    [InlineData(
        "\"Defaults\": { \"Paging\": { \"Sytle\": \"Page\" } }",
        "Systems:Shop:Defaults:Paging:Sytle is no setting of this system. Did you mean Style?")]
    [InlineData(
        "\"Defaults\": { \"Paging\": { \"Style\": \"Cursor\" } }",
        "Systems:Shop:Defaults:Paging:Style is Cursor, and nothing says where a page holds the cursor")]
    public async Task A_wrong_setting_of_the_system_is_named_with_the_fix(string settings, string problem)
    {
        await using var host = new RestHost(new ShelfServer(), RestHost.Routes, settings);

        Assert.StartsWith(problem, Assert.Single(host.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_defaults_give_holds_until_an_entity_says_otherwise()
    {
        var shelf = new ShelfServer("""{ "id": 1 }""");
        await using var host = new RestHost(
            shelf, RestHost.Routes + """, "Paging": { "Size": "" }""",
            """ "Defaults": { "Paging": { "Style": "Page", "Page": "p", "Size": "n", "First": 0 } } """);

        Assert.Empty(host.Problems);
        await Assert.ThrowsAsync<RemoteException>(host.PagesAsync);
        Assert.Equal("GET /api/customers?p=0", shelf.Asked[0]);
    }

    [Fact]
    public async Task An_entity_that_no_document_names_is_read_unless_it_looks_like_a_slip()
    {
        var one = """ "List": "/o", "Get": "/o/{id}" """;
        await using var other = new RestHost(new ShelfServer(), RestHost.Routes + $$""" }, "Invoices": { {{one}} """);
        await using var slip = new RestHost(new ShelfServer(), one, name: "Custmers");

        Assert.Empty(other.Problems);
        Assert.Equal(2, other.Connection.Sources.Count);
        Assert.Equal(
            "Systems:Shop:Entities:Custmers: no document names Shop Custmers. Did you mean Customers?",
            Assert.Single(slip.Problems));
    }

    [Fact]
    public async Task A_secret_stands_in_no_message()
    {
        var shelf = new ShelfServer
        {
            First = _ => Support.ScriptedHandler.Json(
                """{ "error": "invalid", "error_description": "secret-one and c2VjcmV0LXR3bzpwYXNz are wrong" }""",
                System.Net.HttpStatusCode.Unauthorized),
        };
        await using var host = new RestHost(
            shelf, RestHost.Routes,
            """
            "Authentication": { "Kind": "Basic", "User": "secret-two", "Password": "pass", "Key": "secret-one" }
            """);

        var failure = await Assert.ThrowsAsync<RemoteException>(host.PagesAsync);

        Assert.Equal(RemoteFailure.SignInRefused, failure.Failure);
        Assert.Contains("*** and *** are wrong", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Systems:Shop:Authentication", failure.Fix, StringComparison.Ordinal);
    }

    // With the routes that are needed.
    private static string With(string settings) => Inner(Filled(JsonNode.Parse($"{{{settings}}}")!.AsObject()));

    private static JsonObject Filled(JsonObject given)
    {
        if (!given.ContainsKey("List"))
            given["List"] = "/c";
        if (!given.ContainsKey("Get"))
            given["Get"] = "/c/{id}";
        return given;
    }

    private static string Inner(JsonObject given) => given.ToJsonString()[1..^1];
}
