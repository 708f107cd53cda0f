using System.ClientModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using OpenAI;
using OpenAI.Images;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.WholeProcess;

/// <summary>Makes 64 calls at once, each time on the command of the suite.</summary>
internal static class ManyCalls
{
    private const int AtOnce = 64;
    private const int BufferLength = 64 * 1_024;
    private const string Prompt = "a red fox in the snow";
    private const string Model = "gpt-image-2";
    private const string Key = "sk-any";

    /// <summary>Takes a turn for each line of the input; the line is the number of rounds of 64 calls.</summary>
    /// <remarks>For each turn it prints a line: the milliseconds, the bytes allocated and the bytes received of 64
    /// calls.</remarks>
    /// <param name="rival"><c>official</c>, <c>bytes</c>, <c>destination</c> or <c>floor</c>.</param>
    /// <param name="endpoint">The address of the service.</param>
    public static async Task TakeTurnsAsync(string rival, Uri endpoint)
    {
        var call = CallOf(rival, endpoint);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var rounds = int.Parse(line, CultureInfo.InvariantCulture);
            long received = 0;
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            for (var round = 0; round < rounds; round++)
            {
                received += (await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => call()))).Sum();
            }

            var milliseconds = watch.Elapsed.TotalMilliseconds / rounds;
            var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / rounds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{milliseconds} {allocated} {received / rounds}"));
        }
    }

    // Returns a function that makes one call and returns the number of bytes received.
    private static Func<Task<long>> CallOf(string rival, Uri endpoint)
    {
        switch (rival)
        {
            case "official":
                var official = new ImageClient(
                    Model, new ApiKeyCredential(Key), new OpenAIClientOptions { Endpoint = endpoint });

                return async () => (await official.GenerateImageAsync(Prompt)).Value.ImageBytes.ToMemory().Length;
            case "floor":
                var http = new HttpClient();

                return () => ReadAsync(http, new Uri(endpoint, "images/generations"));
            default:
                var client = new OpenAIImageClient(new ImageClientOptions { ApiKey = Key, Endpoint = endpoint });
                var request = new GenerateImageRequest(Prompt) { Model = Model };

                return rival == "bytes"
                    ? async () => (await client.GenerateAsync(request)).Images[0].Bytes.Length
                    : () => SaveAsync(client, request);
        }
    }

    private static async Task<long> SaveAsync(OpenAIImageClient client, GenerateImageRequest request)
    {
        var sink = new Sink();
        await client.GenerateAsync(request, ImageDestination.Create((_, _) => new(sink)));

        return sink.Length;
    }

    // Reads a reply and parses nothing: the cost of HTTP alone.
    private static async Task<long> ReadAsync(HttpClient http, Uri address)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(
                $$"""{"prompt":"{{Prompt}}","model":"{{Model}}"}""", Encoding.UTF8, "application/json"),
        };
        using var reply = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await reply.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var buffer = new byte[BufferLength];
        long length = 0;
        while (await body.ReadAsync(buffer) is > 0 and var count)
        {
            length += count;
        }

        return length;
    }
}
