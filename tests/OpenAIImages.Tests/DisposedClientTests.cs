using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests;

public sealed class DisposedClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<IImageClient, Task>> Members => new()
    {
        { "generate", client => client.GenerateAsync("a red fox", Token) },
        { "edit", client => client.EditAsync(new EditImageRequest("a hat", Picture()), cancellationToken: Token) },
        { "vary", client => client.CreateVariationAsync(new CreateVariationRequest(Picture()), null, Token) },
        { "generate events", client => client.GenerateStreamingAsync("a red fox", Token).CountAsync(Token).AsTask() },
        {
            "edit events",
            client => client.EditStreamingAsync(new EditImageRequest("a hat", Picture()), null, Token)
                .CountAsync(Token).AsTask()
        },
        {
            "download",
            client => client.DownloadAsync(
                ImageOutput.FromLink(new Uri("https://fake.test/1.png")),
                ImageDestination.Stream(new MemoryStream()),
                cancellationToken: Token)
        },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Every_member_of_a_disposed_client_throws_with_its_name(
        string member, Func<IImageClient, Task> call)
    {
        var service = new FakeService();
        var client = service.CreateClient();
        client.Dispose();

        var disposed = await Assert.ThrowsAsync<ObjectDisposedException>(() => call(client));

        Assert.Equal((typeof(OpenAIImageClient).FullName, 0), (disposed.ObjectName, service.Received.Count));
        Assert.NotEmpty(member);
    }

    [Fact]
    public async Task A_stream_requested_before_the_disposal_throws_when_it_is_read()
    {
        var client = new FakeService().CreateClient();
        var events = client.GenerateStreamingAsync("a red fox", Token);
        client.Dispose();

        var disposed = await Assert.ThrowsAsync<ObjectDisposedException>(() => events.CountAsync(Token).AsTask());

        Assert.Equal(typeof(OpenAIImageClient).FullName, disposed.ObjectName);
    }

    private static ImageInput Picture() => ImageInput.FromBytes(new byte[] { 0x89, 0x50, 0x4E, 0x47 });
}
