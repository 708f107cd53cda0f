using System.Net;
using OpenAIImages.Diagnostics;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Diagnostics;

/// <summary>Telemetry without listeners costs nothing.</summary>
[Collection(nameof(Alone))]
public sealed class SilenceTests
{
    private const int Calls = 1_000;

    private static readonly GenerateImageRequest Request = new("a red fox") { Model = "gpt-image-2" };

    [Fact]
    public void The_check_for_listeners_allocates_nothing()
    {
        var options = new ImageClientOptions();
        var telemetry = new ImageTelemetry(_ => "openai", null);
        Assert.Null(telemetry.Begin(Request, options, isStreaming: false));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < Calls; call++)
        {
            Assert.Null(telemetry.Begin(Request, options, isStreaming: false));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_download_without_listeners_allocates_nothing_for_telemetry()
    {
        var link = new Uri("https://files.test/a.png");
        Assert.Null(DownloadTelemetry.Begin(link));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < Calls; call++)
        {
            Assert.Null(DownloadTelemetry.Begin(link));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task A_call_allocates_as_before_after_the_last_listener_left()
    {
        var before = await MeasureAsync();
        long watched;
        using (new CollectedTelemetry())
        {
            watched = await MeasureAsync();
        }

        var after = await MeasureAsync();

        TestContext.Current.SendDiagnosticMessage($"A call of 1 KiB: {before}, watched {watched}, after {after}");
        Assert.InRange(watched, before + 1, long.MaxValue);
        Assert.InRange(after, 0, before);
    }

    // The least of several runs counts, since the runtime sometimes allocates for itself.
    private static async Task<long> MeasureAsync()
    {
        var service = new FakeService();
        using var client = service.CreateClient();
        var body = Bodies.Of(Bodies.Picture(1_024));
        var least = long.MaxValue;
        for (var run = 0; run < 20; run++)
        {
            service.Replies(HttpStatusCode.OK, body);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await client.GenerateAsync(Request, CancellationToken.None);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }
}
