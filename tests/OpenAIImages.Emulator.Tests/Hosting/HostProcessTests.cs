using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenAIImages.Emulator.Endpoints;
using OpenAIImages.Emulator.Faults;
using OpenAIImages.Emulator.Pipeline;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Hosting;

/// <summary>The emulator reads no settings of its host process and changes nothing in it.</summary>
[Collection(nameof(Alone))]
public sealed class HostProcessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_of_the_host_process_do_not_affect_the_emulator()
    {
        string[] names = ["ASPNETCORE_URLS", "DOTNET_URLS", "ASPNETCORE_HTTP_PORTS", "Kestrel__Endpoints__X__Url"];
        var settings = Path.Combine(AppContext.BaseDirectory, "appsettings.json");
        await File.WriteAllTextAsync(
            settings, """{"Kestrel":{"Endpoints":{"Y":{"Url":"http://127.0.0.1:1"}}},"urls":"http://*:1"}""", Token);
        Array.ForEach(names, name => Environment.SetEnvironmentVariable(name, "http://127.0.0.1:1"));
        try
        {
            await using var service = await Service.StartAsync();

            Assert.Equal(200, (await service.GenerateAsync("""{"prompt":"a cat"}""")).Status);
        }
        finally
        {
            Array.ForEach(names, name => Environment.SetEnvironmentVariable(name, null));
            File.Delete(settings);
        }
    }

    [Fact]
    public async Task The_emulator_writes_nothing_to_the_console()
    {
        var (output, written) = (Console.Out, new StringBuilder());
        Console.SetOut(new StringWriter(written));
        try
        {
            await using var service = await Service.StartAsync(
                options => options.Engine = new FunctionEngine(_ => throw new InvalidTimeZoneException("Broken.")));
            await service.GenerateAsync("""{"prompt":"a cat"}""");
        }
        finally
        {
            Console.SetOut(output);
        }

        Assert.DoesNotContain("Broken", written.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hosting", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_emulator_does_not_handle_signals_to_the_process()
    {
        var options = new ImageEmulatorOptions();

        await using var stores = new EmulatorStores(options);
        await using var application = EmulatorApplication.Build(
            options, new RequestJournal(options), new FaultBook(), stores);

        Assert.IsType<QuietLifetime>(Assert.Single(application.Services.GetServices<IHostLifetime>()));
    }

    // The class runs alone: a test beside it could take the free port.
    [Fact]
    public async Task Disposal_closes_the_socket_and_frees_the_port()
    {
        var first = await ImageEmulator.StartAsync(cancellationToken: Token);
        var port = first.Endpoint.Port;

        await first.DisposeAsync();
        await first.DisposeAsync();

        using var socket = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(async () => await socket.ConnectAsync("127.0.0.1", port, Token));
        await using var second = await ImageEmulator.StartAsync(new ImageEmulatorOptions { Port = port }, Token);
        Assert.Equal(port, second.Endpoint.Port);
    }
}
