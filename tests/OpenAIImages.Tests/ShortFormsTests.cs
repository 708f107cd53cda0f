#pragma warning disable xUnit1051, CA1859 // The tests need the forms without a token and those of the interface.
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests;

/// <summary>Every form of a call compiles, and the prompt, the destination and the token arrive.</summary>
public sealed class ShortFormsTests : IDisposable
{
    private readonly RecordingClient _fake = new();
    private readonly CancellationTokenSource _source = new();
    private readonly ImageDestination _destination = ImageDestination.Stream(new MemoryStream());
    private readonly GenerateImageRequest _request = new("w");
    private readonly ImageInput _image = ImageInput.FromFileId("file-1");

    private IImageClient Client => _fake;

    private CancellationToken Token => _source.Token;

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task A_request_is_sent_in_every_form()
    {
        await Client.GenerateAsync(_request);
        Arrived("Generate");
        await Client.GenerateAsync(_request, Token);
        Arrived("Generate", token: true);
        await Client.GenerateAsync(_request, _destination);
        Arrived("Generate", destination: true);
        await Client.GenerateAsync(_request, _destination, Token);
        Arrived("Generate", destination: true, token: true);
        await Client.GenerateAsync(_request, cancellationToken: Token);
        Arrived("Generate", token: true);
        await Client.GenerateAsync(_request, null);
        Arrived("Generate");
        await Client.GenerateAsync(_request, default);
        Arrived("Generate");
        await Client.GenerateAsync(_request, null, Token);
        Arrived("Generate", token: true);
        Assert.Same(_request, _fake.Request);
    }

    [Fact]
    public async Task A_new_request_needs_no_type_name()
    {
        await Client.GenerateAsync(new("w"));
        Arrived("Generate");
        await Client.GenerateAsync(new("w"), Token);
        Arrived("Generate", token: true);
        await Client.GenerateAsync(new("w") { Size = ImageSize.Square }, Token);
        Arrived("Generate", token: true);
        Assert.Equal(ImageSize.Square, _fake.Request!.Size);
        await Client.GenerateAsync(new("w"), _destination, Token);
        Arrived("Generate", destination: true, token: true);
        Client.GenerateStreamingAsync(new("w"), Token);
        Arrived("GenerateStreaming", token: true);
        await Client.EditAsync(new("w", _image), Token);
        Arrived("Edit", token: true);
    }

    [Fact]
    public async Task A_prompt_is_sent_in_every_form()
    {
        await Client.GenerateAsync("w");
        Arrived("Generate");
        Assert.Null(_fake.Request!.Model);
        await Client.GenerateAsync("w", Token);
        Arrived("Generate", token: true);
        await Client.GenerateAsync("w", _destination);
        Arrived("Generate", destination: true);
        await Client.GenerateAsync("w", _destination, Token);
        Arrived("Generate", destination: true, token: true);
        await Client.GenerateAsync(cancellationToken: Token, prompt: "w");
        Arrived("Generate", token: true);
    }

    [Fact]
    public void A_stream_is_requested_in_every_form()
    {
        Client.GenerateStreamingAsync(_request);
        Arrived("GenerateStreaming");
        Client.GenerateStreamingAsync(_request, Token);
        Arrived("GenerateStreaming", token: true);
        Client.GenerateStreamingAsync(_request, _destination);
        Arrived("GenerateStreaming", destination: true);
        Client.GenerateStreamingAsync("w");
        Arrived("GenerateStreaming");
        Client.GenerateStreamingAsync("w", Token);
        Arrived("GenerateStreaming", token: true);
        Client.GenerateStreamingAsync("w", _destination);
        Arrived("GenerateStreaming", destination: true);
        Client.GenerateStreamingAsync("w", _destination, Token);
        Arrived("GenerateStreaming", destination: true, token: true);
        Client.EditStreamingAsync(new EditImageRequest("w", _image), Token);
        Arrived("EditStreaming", token: true);
        Client.EditStreamingAsync("w", _image, Token);
        Arrived("EditStreaming", token: true);
        Client.EditStreamingAsync("w", [_image, _image], _destination, Token);
        Arrived("EditStreaming", destination: true, token: true);
    }

    [Fact]
    public async Task An_edit_accepts_a_prompt_and_then_images()
    {
        await Client.EditAsync("w", _image);
        Arrived("Edit");
        await Client.EditAsync("w", _image, Token);
        Arrived("Edit", token: true);
        await Client.EditAsync("w", _image, _destination);
        Arrived("Edit", destination: true);
        await Client.EditAsync("w", _image, _destination, Token);
        Arrived("Edit", destination: true, token: true);
        await Client.EditAsync("w", [_image, ImageInput.FromFileId("file-2")], Token);
        Arrived("Edit", token: true);
        await Client.EditAsync("w", [_image, ImageInput.FromFileId("file-2")], _destination, Token);
        Arrived("Edit", destination: true, token: true);
        Assert.Equal(2, ((EditImageRequest)_fake.Request!).Images.Count);
    }

    [Fact]
    public async Task A_variable_of_the_type_of_a_fake_accepts_every_form()
    {
        await _fake.GenerateAsync(_request);
        Arrived("Generate");
        await _fake.GenerateAsync(_request, Token);
        Arrived("Generate", token: true);
        await _fake.GenerateAsync(new("w"), Token);
        Arrived("Generate", token: true);
        await _fake.GenerateAsync("w", _destination, Token);
        Arrived("Generate", destination: true, token: true);
        await _fake.CreateVariationAsync(new(_image), Token);
        Assert.Equal(("CreateVariation", Token), (_fake.Operation, _fake.Token));
        await _fake.DownloadAsync(new ImageOutput(), new MemoryStream(), cancellationToken: Token);
        Assert.Equal(("Download", Token), (_fake.Operation, _fake.Token));
    }

    [Fact]
    public async Task A_method_group_converts_to_the_usual_delegates()
    {
        Func<GenerateImageRequest, ImageDestination?, CancellationToken, Task<ImageResult>> whole
            = Client.GenerateAsync;
        Func<GenerateImageRequest, CancellationToken, Task<ImageResult>> request = Client.GenerateAsync;
        Func<string, CancellationToken, Task<ImageResult>> words = Client.GenerateAsync;

        await whole(_request, _destination, Token);
        Arrived("Generate", destination: true, token: true);
        await request(_request, Token);
        Arrived("Generate", token: true);
        await words("w", Token);
        Arrived("Generate", token: true);
    }

    private void Arrived(string operation, bool destination = false, bool token = false)
    {
        Assert.Equal(operation, _fake.Operation);
        Assert.Equal("w", _fake.Prompt);
        Assert.Same(destination ? _destination : null, _fake.Destination);
        Assert.Equal(token ? Token : CancellationToken.None, _fake.Token);
    }
}
