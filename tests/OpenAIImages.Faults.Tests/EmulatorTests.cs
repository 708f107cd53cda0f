using OpenAIImages.Emulator;
using OpenAIImages.Faults.Callers;
using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;
using OpenAIImages.Faults.Scripts;
using OpenAIImages.Faults.Tests.Support;

namespace OpenAIImages.Faults.Tests;

/// <summary>The client calls the offline service through faults, with the whole protocol and the painter.</summary>
public sealed class EmulatorTests : IAsyncLifetime
{
    private static readonly Fault Busy = new Refusal(
        "503 Service Unavailable", "retry-after-ms: 1\r\n", Bodies.Html, Ends.Repeated);

    private ImageEmulator _emulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _emulator = await ImageEmulator.StartAsync(cancellationToken: Token);

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task A_service_that_is_busy_at_first_paints_one_picture()
    {
        var result = await PlayAsync(Busy, Busy, new NoFault(Framing.Chunks));

        Assert.Equal(ImageMediaType.Png, Assert.Single(result.Images).MediaType);
        Assert.Single(_emulator.Received);
    }

    [Fact]
    public async Task A_picture_that_is_lost_in_transit_is_not_painted_again()
    {
        var cut = new Cut(CutPoint.InPicture, Ending.Reset, Framing.Length, Ends.Transport);

        var lost = await Assert.ThrowsAsync<ImageTransportException>(() => PlayAsync(Busy, cut));

        Assert.True(lost.MayHaveBeenBilled);
        Assert.Single(_emulator.Received);
    }

    private async Task<ImageResult> PlayAsync(params Fault[] faults)
    {
        var script = Playing.Script(Operation.Generate, faults);
        var dealt = new ScriptFaults(script, cancel: _ => { });
        using var origin = new ForwardingOrigin(_emulator.Endpoint);
        await using var proxy = new FaultProxy(origin, dealt);
        using var client = new OurClient(new CallSite(script, dealt, proxy, "", new Emissions()));

        return await client.Images.GenerateAsync(
            new GenerateImageRequest("a red fox") { Model = ImageModel.GptImage2, Size = new(1024, 640) }, Token);
    }
}
