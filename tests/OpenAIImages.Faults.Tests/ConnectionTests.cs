using System.Net.Sockets;
using OpenAIImages.Faults.Callers;
using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;
using OpenAIImages.Faults.Scripts;
using OpenAIImages.Faults.Tests.Support;

namespace OpenAIImages.Faults.Tests;

/// <summary>The client handles connections that fail, are not trusted, or are closed.</summary>
public sealed class ConnectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_name_that_is_unknown_for_a_while_costs_only_attempts()
    {
        var nameless = new Unreachable(SocketError.HostNotFound) { Exhausted = Ends.Transport };

        var report = await Playing.PlayAsync(
            Playing.Script(Operation.Generate, nameless, nameless) with { IsHosted = true });

        Assert.Equal((Ends.Right, 3, 1), (report.Outcome!.End, report.Attempts, report.RequestsPaid));
        Playing.AssertKept(report);
    }

    [Fact]
    public async Task An_unknown_host_name_is_reported_as_such()
    {
        var nameless = new Unreachable(SocketError.HostNotFound) { Exhausted = Ends.Transport };

        var report = await Playing.PlayAsync(
            Playing.Script(Operation.Edit, nameless, nameless, nameless) with { IsHosted = true });

        var fault = Assert.IsType<ImageTransportException>(report.Outcome!.Error);
        Assert.False(fault.MayHaveBeenBilled);
        Assert.Matches("^The service at [^ ]+ could not be reached, and nothing was sent: ", fault.Message);
        Playing.AssertKept(report);
    }

    [Fact]
    public async Task An_unsigned_certificate_ends_the_call_before_the_key_is_sent()
    {
        await using var impostor = new Impostor();
        using var client = new OpenAIImageClient(new ImageClientOptions
        {
            ApiKey = Secrets.Key,
            Endpoint = impostor.Endpoint,
            TimeProvider = FastClock.Instance,
            MaxRetries = 1,
        });

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => client.GenerateAsync("a red fox", Token));

        Assert.False(fault.MayHaveBeenBilled);
        Assert.Equal((1, 0), (impostor.Connections, impostor.Requests));
    }

    [Fact]
    public async Task A_connection_that_the_service_closed_is_not_used_again()
    {
        using var closed = new SemaphoreSlim(0);
        var script = Playing.Script(
            Operation.Generate, new ClosingFault(closed), new ClosingFault(closed), new NoFault(Framing.Length));
        var faults = new ScriptFaults(script, cancel: _ => { });
        var origin = new CannedOrigin(Secrets.Key);
        await using var proxy = new FaultProxy(origin, faults);
        using var client = new OurClient(new CallSite(script, faults, proxy, "", new Emissions()));

        for (var call = 1; call <= 2; call++)
        {
            await client.Images.GenerateAsync(new GenerateImageRequest(script.Order.Prompt), Token);
            await closed.WaitAsync(Token);
        }

        await client.Images.GenerateAsync(new GenerateImageRequest(script.Order.Prompt), Token);
        Assert.Equal((3, 3), (faults.Attempts, origin.RequestsPaid));
    }

    [Fact]
    public async Task Disposal_of_the_client_ends_running_calls_and_their_connections()
    {
        var script = Playing.Script(Operation.Generate, new Cut(
            CutPoint.InPicture, Ending.Silence, Framing.Length, Ends.Transport));
        var begun = new TaskCompletionSource();
        var faults = new ScriptFaults(script with { Cancels = (0, default) }, cancel: _ => begun.SetResult());
        await using var proxy = new FaultProxy(new CannedOrigin(Secrets.Key), faults);
        var client = new OurClient(new CallSite(script, faults, proxy, "", new Emissions()));

        var call = client.Images.GenerateAsync(new GenerateImageRequest(script.Order.Prompt), Token);
        await begun.Task;
        client.Dispose();

        await Assert.ThrowsAsync<ImageTransportException>(() => call);
        Assert.True(await proxy.IsLeftAsync(TimeSpan.FromMinutes(1)));
    }
}
