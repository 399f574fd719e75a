using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Sluice.Sandboxes.Control;
using Sluice.Sandboxes.CustomCrm;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;
using Sluice.Sandboxes.Keap;
using Sluice.Sandboxes.PowerOfficeGo;
using Sluice.Sandboxes.YouTrack;

namespace Sluice.Sandboxes;

/// <summary>
/// The four systems of the documents as servers on the loopback interface: the vendors' paths, verbs, shapes, paging,
/// authentication and error bodies, over data in memory that is made from a seed. Whatever a vendor does not document
/// is
/// refused rather than taken.
/// </summary>
public sealed class Sandbox : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Sandbox(WebApplication application, SandboxAddresses addresses)
    {
        _application = application;
        Addresses = addresses;
    }

    /// <summary>Where the systems are, and the credentials they take.</summary>
    public SandboxAddresses Addresses { get; }

    /// <summary>Makes the data and opens the four ports.</summary>
    /// <param name="options">Seed, ports and page size.</param>
    /// <param name="clock">Stamps what is written and logged, and ends tokens.</param>
    /// <param name="token">Stops the start.</param>
    /// <returns>The sandbox, answering.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    /// <exception cref="IOException">A port is taken; the message names it.</exception>
    public static async Task<Sandbox> StartAsync(SandboxOptions options, TimeProvider clock, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        if (options.PortBase is not (0 or (>= 1024 and <= 65532)))
            throw new ArgumentOutOfRangeException(
                nameof(options), options.PortBase, "PortBase must be 0, or from 1024 to 65532.");
        if (options.MaximumPageSize < 1)
            throw new ArgumentOutOfRangeException(
                nameof(options), options.MaximumPageSize, "MaximumPageSize must be 1 or more.");

        var systems = Systems(options);
        var builder = WebApplication.CreateEmptyBuilder(new());
        var ports = new ListenOptions[systems.Length];
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            for (var i = 0; i < ports.Length; i++)
            {
                var slot = i;
                var port = options.PortBase == 0 ? 0 : options.PortBase + i;
                kestrel.Listen(IPAddress.Loopback, port, listen => ports[slot] = listen);
            }
        });

        var application = builder.Build();
        var state = new SandboxState(systems, new());
        var stopping = application.Lifetime.ApplicationStopping;
        var endpoints = systems.Select(system => new SystemEndpoint(system, state, clock, stopping)).ToArray();
        application.Run(context =>
        {
            var slot = Array.FindIndex(ports, port => port.IPEndPoint!.Port == context.Connection.LocalPort);
            return endpoints[slot].HandleAsync(context);
        });
        try
        {
            await application.StartAsync(token);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        return new(application, AddressesAt([.. ports.Select(port => port.IPEndPoint!.Port)], options.YouTrack2026));
    }

    /// <summary>Closes the ports; answers that are held are dropped.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static VendorSystem[] Systems(SandboxOptions options)
    {
        var population = new Population(options.Seed);
        var cap = options.MaximumPageSize is { } most ? new PageCap(most, most) : new PageCap(80, 25);
        return
        [
            new YouTrackSystem(population, cap, options.YouTrack2026),
            new KeapSystem(population, cap),
            new PowerOfficeSystem(population, cap),
            new CustomCrmSystem(population, cap),
        ];
    }

    private static SandboxAddresses AddressesAt(int[] ports, bool isYouTrack2026) => new()
    {
        YouTrack = At(ports[0], string.Empty),
        Hub = At(ports[0], "hub"),
        YouTrackToken = Credentials.YouTrack,
        YouTrackOnlyToken = Credentials.YouTrackOnly,
        Keap = At(ports[1], "crm/rest/v1"),
        KeapToken = Credentials.Keap,
        KeapPersonalToken = Credentials.KeapPersonal,
        KeapAuthorize = At(ports[1], KeapSignIn.Path[1..]),
        KeapTokenServer = At(ports[1], KeapTokens.Path[1..]),
        KeapClientId = Credentials.KeapClient,
        KeapClientSecret = Credentials.KeapClientSecret,
        PowerOfficeGo = At(ports[2], "v2"),
        PowerOfficeGoToken = At(ports[2], "OAuth/Token"),
        ApplicationKey = Credentials.ApplicationKey,
        ClientKey = Credentials.ClientKey,
        SubscriptionKey = Credentials.SubscriptionKey,
        CustomCrm = At(ports[3], "api"),
        CustomCrmToken = Credentials.CustomCrm,
        Control = At(ports[0], string.Empty),
        IsYouTrack2026 = isYouTrack2026,
    };

    private static Uri At(int port, string path) => new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port, path).Uri;
}
