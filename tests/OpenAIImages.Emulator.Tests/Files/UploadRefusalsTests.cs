using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Files;

/// <summary>The service refuses wrong uploads and leaves nothing of them on the disk.</summary>
public sealed class UploadRefusalsTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private Service? _service;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await (_service?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_purpose_must_be_a_known_one()
    {
        var service = await StartAsync();

        var reply = await service.UploadAsync(Form.Of(("purpose", "party")).File("file", [1]));
        var output = await service.UploadAsync(Form.Of(("purpose", "batch_output")).File("file", [1]));

        reply.IsError(400, "purpose", null,
            "'party' is not one of ['fine-tune', 'assistants', 'batch', 'user_data', 'vision', 'evals'] - 'purpose'");
        Assert.Equal(400, output.Status);
        Assert.Empty(FilesLeft());
    }

    [Fact]
    public async Task A_missing_purpose_or_file_is_refused()
    {
        var service = await StartAsync();

        var purposeless = await service.UploadAsync(new Form().File("file", [1]));
        var fileless = await service.UploadAsync(Form.Of(("purpose", "vision")));
        var words = await service.UploadAsync(Form.Of(("purpose", "vision"), ("file", "words")));

        purposeless.IsError(400, "purpose", null, "'purpose' is a required property");
        fileless.IsError(400, "file", "missing_required_parameter", "Missing required parameter: 'file'.");
        words.IsError(400, "file", "invalid_type",
            "Invalid type for 'file': expected a file, but got a string instead.");
        Assert.Empty(FilesLeft());
    }

    [Fact]
    public async Task The_input_of_a_batch_must_be_called_jsonl()
    {
        var service = await StartAsync();

        var reply = await service.UploadAsync(Form.Of(("purpose", "batch")).File("file", [1], null, "a.json"));

        reply.IsError(400, null, null, "Invalid file format for Batch API. Must be .jsonl");
        Assert.Empty(FilesLeft());
    }

    [Theory]
    [InlineData("now", "3600", "expires_after.anchor", "invalid_value",
        "Invalid value: 'now'. Supported values are: 'created_at'.")]
    [InlineData("created_at", "3599", "expires_after.seconds", "integer_below_min_value",
        "Invalid 'expires_after.seconds': integer below minimum value. Expected a value >= 3600, but got 3599 " +
        "instead.")]
    [InlineData("created_at", "2592001", "expires_after.seconds", "integer_above_max_value",
        "Invalid 'expires_after.seconds': integer above maximum value. Expected a value <= 2592000, but got 2592001 " +
        "instead.")]
    [InlineData("created_at", "soon", "expires_after.seconds", "invalid_type",
        "Invalid type for 'expires_after.seconds': expected an integer, but got a string value that could not be " +
        "converted into an integer.")]
    public async Task An_expiry_must_be_within_its_bounds(
        string anchor, string seconds, string param, string code, string message)
    {
        var service = await StartAsync();

        var reply = await service.UploadAsync(
            Form.Of(("purpose", "vision"), ("expires_after[anchor]", anchor), ("expires_after[seconds]", seconds))
                .File("file", [1]));

        reply.IsError(400, param, code, message);
        Assert.Empty(FilesLeft());
    }

    [Fact]
    public async Task An_expiry_without_its_seconds_is_refused()
    {
        var service = await StartAsync();

        var reply = await service.UploadAsync(
            Form.Of(("purpose", "vision"), ("expires_after[anchor]", "created_at")).File("file", [1]));

        reply.IsError(400, "expires_after.seconds", "missing_required_parameter",
            "Missing required parameter: 'expires_after.seconds'.");
    }

    [Theory]
    [InlineData("colour", "red", "unknown_parameter", "Unknown parameter: 'colour'.")]
    [InlineData("purpose", "vision", "duplicate_parameter", null)]
    public async Task A_field_that_is_unknown_or_comes_twice_is_refused(
        string name, string value, string code, string? message)
    {
        var service = await StartAsync();

        var reply = await service.UploadAsync(
            Form.Of(("purpose", "vision")).File("file", [1]).Text(name, value));

        Assert.Equal((400, code), (reply.Status, (string?)reply.Body["error"]!["code"]));
        Assert.True(message is null || message == (string?)reply.Body["error"]!["message"]);
        Assert.Empty(FilesLeft());
    }

    [Fact]
    public async Task A_second_file_is_refused_and_the_first_removed()
    {
        var service = await StartAsync();

        var twice = await service.UploadAsync(
            Form.Of(("purpose", "vision")).File("file", [1]).File("file", [2]));
        var other = await service.UploadAsync(
            Form.Of(("purpose", "vision")).File("file", [1]).File("mask", [2]));

        Assert.Equal("duplicate_parameter", (string?)twice.Body["error"]!["code"]);
        Assert.Equal("unknown_parameter", (string?)other.Body["error"]!["code"]);
        Assert.Empty(FilesLeft());
    }

    [Fact]
    public async Task A_body_that_is_not_a_form_is_refused()
    {
        var service = await StartAsync();
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        using var cut = new ByteArrayContent(
            Encoding.ASCII.GetBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc"));
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var bare = new ByteArrayContent([1]);
        bare.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data");

        var asJson = await service.SendAsync(HttpMethod.Post, "files", json);
        var asCut = await service.SendAsync(HttpMethod.Post, "files", cut);
        var asBare = await service.SendAsync(HttpMethod.Post, "files", bare);

        Assert.Equal("unsupported_content_type", (string?)asJson.Body["error"]!["code"]);
        Assert.Equal(400, asCut.Status);
        Assert.StartsWith("We could not parse the multipart form", (string?)asCut.Body["error"]!["message"]);
        Assert.Equal(400, asBare.Status);
        Assert.Empty(FilesLeft());
    }

    [Fact]
    public async Task An_interrupted_upload_leaves_nothing_behind()
    {
        var service = await StartAsync();
        var address = service.Emulator.Endpoint;
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(address.Host, address.Port, Token);
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                "POST /v1/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\n" +
                "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n" +
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"), Token);
            await stream.WriteAsync(new byte[2 * 1_024 * 1_024], Token);
            await service.Emulator.WaitForRequestsAsync(1, Token);
            Assert.Single(await LeftAsync(count: 1));
        }

        Assert.Empty(await LeftAsync(count: 0));
        Assert.Empty((await service.GetAsync("files")).Body["data"]!.AsArray());
    }

    private async Task<Service> StartAsync()
        => _service = await Service.StartAsync(options => options.FilesFolder = _folder.FullName);

    private string[] FilesLeft()
        => [.. _folder.EnumerateFiles("file-*").Select(file => file.Name)];

    // The server notices the interruption a moment later, and only the files show it.
    private async Task<string[]> LeftAsync(int count)
    {
        while (FilesLeft().Length != count)
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return FilesLeft();
    }
}
