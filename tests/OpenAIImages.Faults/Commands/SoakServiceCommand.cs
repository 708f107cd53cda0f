using System.Text.Json;
using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;
using OpenAIImages.Faults.Scripts;
using OpenAIImages.Faults.Soaks;

namespace OpenAIImages.Faults.Commands;

/// <summary>Serves a soak: prints the address, then a sample as JSON for each line of the input.</summary>
internal static class SoakServiceCommand
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync()
    {
        // Ctrl+C goes to the client too, which ends this process once it has written its report.
        Console.CancelKeyPress += static (_, pressed) => pressed.Cancel = true;
        var origin = new CannedOrigin(Secrets.Key);
        await using var stranger = new Stranger();
        await using var proxy = new FaultProxy(origin, new SoakFaults(new FaultBook(Secrets.Key, stranger.Address)));
        Console.WriteLine(proxy.Endpoint);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line == "left")
            {
                await proxy.IsLeftAsync(LongestFarewell);
            }

            Console.WriteLine(JsonSerializer.Serialize(new ServiceSample(
                ProcessSample.Take(), proxy.OpenConnections, origin.RequestsPaid, origin.Breaches, stranger.Visitors)));
        }

        return 0;
    }
}
