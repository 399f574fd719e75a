using System.Text;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes;

internal static class SandboxSettings
{
    public static string Render(SandboxAddresses addresses, bool keapApplication)
    {
        var settings = new JsonObject
        {
            ["Systems"] = new JsonObject
            {
                ["YouTrack"] = new JsonObject
                {
                    ["BaseAddress"] = Text(addresses.YouTrack),
                    ["HubAddress"] = Text(addresses.Hub),
                    ["Token"] = addresses.YouTrackToken,
                    ["Dialect"] = addresses.IsYouTrack2026 ? "YouTrack2026" : "Hub",
                    ["AllowCredentialWrites"] = true,
                },
                ["Keap"] = keapApplication
                    ? new JsonObject
                    {
                        ["BaseAddress"] = Text(addresses.Keap),
                        ["AuthorizeAddress"] = Text(addresses.KeapAuthorize),
                        ["TokenAddress"] = Text(addresses.KeapTokenServer),
                        ["ClientId"] = addresses.KeapClientId,
                        ["ClientSecret"] = addresses.KeapClientSecret,
                    }
                    : new JsonObject { ["BaseAddress"] = Text(addresses.Keap), ["Token"] = addresses.KeapToken },
                ["Powerofficego"] = new JsonObject
                {
                    ["BaseAddress"] = Text(addresses.PowerOfficeGo),
                    ["TokenAddress"] = Text(addresses.PowerOfficeGoToken),
                    ["ApplicationKey"] = addresses.ApplicationKey,
                    ["ClientKey"] = addresses.ClientKey,
                    ["SubscriptionKey"] = addresses.SubscriptionKey,
                },
                ["Customcrm"] = new JsonObject
                {
                    ["BaseAddress"] = Text(addresses.CustomCrm),
                    ["Token"] = addresses.CustomCrmToken,
                },
            },
        };
        // The vendors' own limits would stretch a minute's play to an hour; a loopback server has none.
        foreach (var (_, system) in settings["Systems"]!.AsObject())
            (system!["RequestsPerSecond"], system["RequestsPerDay"]) = (10_000, 0);

        return Encoding.UTF8.GetString(JsonText.Write(settings, indented: true)) + "\n";
    }

    private static string Text(Uri address) => address.AbsoluteUri.TrimEnd('/');
}
