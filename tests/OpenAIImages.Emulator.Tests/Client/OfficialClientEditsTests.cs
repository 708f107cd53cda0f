using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Images;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Client;

/// <summary>The official package for .NET edits and streams with the emulator; only its address differs.</summary>
public sealed class OfficialClientEditsTests : IAsyncLifetime
{
    private readonly EditingEngine _engine = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("images").FullName;
    private Service _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await Service.StartAsync(options => options.Engine = _engine);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "a.png"), Samples.Png, Token);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "m.png"), Samples.Mask, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_official_client_edits_a_file()
    {
        var result = await Client().GenerateImageEditAsync(Path.Combine(_folder, "a.png"), "add a hat", options: null);

        Assert.Equal(TinyEngine.Bytes(0), result.Value.ImageBytes.ToArray());
        var edit = Assert.Single(_engine.Edits);
        Assert.Equal("add a hat", edit.Request.Prompt);
        Assert.Equal(Samples.Png, Assert.Single(edit.Sources).ToArray());
    }

    [Fact]
    public async Task The_official_client_edits_a_file_with_a_mask()
    {
        await Client().GenerateImageEditAsync(
            Path.Combine(_folder, "a.png"), "add a hat", Path.Combine(_folder, "m.png"));

        Assert.Equal(Samples.Mask, Assert.Single(_engine.Edits).Mask!.Value.ToArray());
    }

    [Fact]
    public async Task The_official_client_edits_a_stream_with_a_mask_several_times()
    {
        using var image = new MemoryStream(Samples.Png);
        using var mask = new MemoryStream(Samples.Mask);
#pragma warning disable OPENAI001 // The package marks these options as experimental; the test shows that they work.
        var options = new ImageEditOptions
        {
            Size = GeneratedImageSize.W1024xH1024,
            Quality = new GeneratedImageQuality("low"),
            EndUserId = "u",
        };
#pragma warning restore OPENAI001

        var result = await Client().GenerateImageEditsAsync(
            image, "C:\\images\\a.png", "add a hat", mask, "m.png", 2, options, Token);

        Assert.Equal(
            [TinyEngine.Bytes(0), TinyEngine.Bytes(1)], result.Value.Select(edited => edited.ImageBytes.ToArray()));
        Assert.Equal(2, _engine.Edits.Count);
        Assert.Equal(Samples.Mask, _engine.Edits[0].Mask!.Value.ToArray());
    }

    [Fact]
    public async Task The_official_client_streams_through_its_protocol_method()
    {
        using var content = BinaryContent.Create(BinaryData.FromString(
            """{"model":"gpt-image-2","prompt":"a red fox","stream":true,"partial_images":1}"""));
        var options = new RequestOptions { BufferResponse = false, CancellationToken = Token };

        var result = await Client().GenerateImagesAsync(content, options);

        using var reader = new StreamReader(result.GetRawResponse().ContentStream!);
        Assert.Equal(
            ["image_generation.partial_image", "image_generation.completed"],
            Sse.Parse(await reader.ReadToEndAsync(Token)).Select(sent => sent.Name));
    }

    private ImageClient Client() => new("gpt-image-2", new ApiKeyCredential("sk-any"), new OpenAIClientOptions
    {
        Endpoint = _service.Emulator.Endpoint,
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
    });
}
