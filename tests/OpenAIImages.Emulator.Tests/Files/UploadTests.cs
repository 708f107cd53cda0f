using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Files;

/// <summary>The service accepts right uploads and describes their files.</summary>
public sealed class UploadTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_uploaded_file_is_described_as_the_service_describes_it()
    {
        await using var service = await Service.StartAsync(o => o.TimeProvider = new FakeTimeProvider(Now));

        var reply = await service.UploadAsync(
            Form.Of(("purpose", "vision")).File("file", Samples.Png, "image/png", "a.png"));

        var id = (string)reply.Body["id"]!;
        Assert.StartsWith("file-", id, StringComparison.Ordinal);
        var description = $$"""
            {
              "id": "{{id}}", "object": "file", "bytes": {{Samples.Png.Length}}, "created_at": 1790000000,
              "expires_at": null, "filename": "a.png", "purpose": "vision", "status": "processed",
              "status_details": null
            }
            """;
        reply.Is(200, description);
        (await service.GetAsync($"files/{id}")).Is(200, description);
        Assert.Equal(Samples.Png, await service.ReadAsync(id));
    }

    [Theory]
    [InlineData("batch", 2_592_000)]
    [InlineData("vision", null)]
    [InlineData("fine-tune", null)]
    [InlineData("evals", null)]
    [InlineData("user_data", null)]
    [InlineData("assistants", null)]
    public async Task Only_the_input_of_a_batch_expires_by_default(string purpose, int? seconds)
    {
        await using var service = await Service.StartAsync(o => o.TimeProvider = new FakeTimeProvider(Now));

        var reply = await service.UploadAsync(
            Form.Of(("purpose", purpose)).File("file", "{}"u8.ToArray(), null, "a.jsonl"));

        Assert.Equal(Now.ToUnixTimeSeconds() + seconds, (long?)reply.Body["expires_at"]);
    }

    [Fact]
    public async Task An_upload_can_set_the_expiry_of_its_file()
    {
        await using var service = await Service.StartAsync(o => o.TimeProvider = new FakeTimeProvider(Now));

        var reply = await service.UploadAsync(new Form()
            .File("file", [1, 2, 3], null, "a.jsonl")
            .Text("purpose", "batch")
            .Text("expires_after[anchor]", "created_at")
            .Text("expires_after[seconds]", "3600"));

        Assert.Equal(Now.ToUnixTimeSeconds() + 3_600, (long?)reply.Body["expires_at"]);
    }

    [Fact]
    public async Task A_file_keeps_the_last_part_of_its_name()
    {
        await using var service = await Service.StartAsync();
        const string Headers =
            """Content-Disposition: form-data; name="file"; filename="C:\\a\\x.png"; filename*=utf-8''caf%C3%A9.png""";

        var reply = await service.UploadAsync(Form.Of(("purpose", "vision")).Part(Headers, [1]));
        var outside = await service.UploadAsync(
            Form.Of(("purpose", "vision")).File("file", [1], null, "../../etc/passwd"));

        Assert.Equal("café.png", (string?)reply.Body["filename"]);
        Assert.Equal("passwd", (string?)outside.Body["filename"]);
    }

    [Fact]
    public async Task The_received_request_keeps_the_beginning_of_an_upload()
    {
        await using var service = await Service.StartAsync();
        var file = new byte[3 * 1_024 * 1_024];
        new Random(Seed: 1).NextBytes(file);

        var id = await service.UploadAsync(file, "a.png", "vision");

        Assert.Equal(file, await service.ReadAsync(id));
        Assert.Equal(1_024 * 1_024, service.Emulator.Received[0].Body.Length);
    }

    [Fact]
    public async Task An_empty_file_is_accepted()
    {
        await using var service = await Service.StartAsync();

        var id = await service.UploadAsync([], "a.png", "vision");

        Assert.Empty(await service.ReadAsync(id));
    }

    [Fact]
    public async Task A_deleted_file_does_not_exist_any_more()
    {
        await using var service = await Service.StartAsync();
        var id = await service.UploadAsync([1], "a.png", "vision");

        var reply = await service.SendAsync(HttpMethod.Delete, $"files/{id}", null);

        reply.Is(200, $$"""{"id":"{{id}}","object":"file","deleted":true}""");
        (await service.GetAsync($"files/{id}")).IsError(404, "id", null, $"No such File object: {id}");
        (await service.GetAsync($"files/{id}/content")).IsError(404, "id", null, $"No such File object: {id}");
        (await service.SendAsync(HttpMethod.Delete, $"files/{id}", null))
            .IsError(404, "id", null, $"No such File object: {id}");
    }

    [Theory]
    [InlineData("files")]
    [InlineData("/files")]
    [InlineData("/v1/files")]
    [InlineData("/openai/v1/files")]
    [InlineData("/openai/files?api-version=2025-04-01-preview")]
    public async Task Files_are_served_at_every_base_address(string path)
    {
        await using var service = await Service.StartAsync();
        using var content = Form.Of(("purpose", "vision")).File("file", [1]).ToContent();

        var reply = await service.SendAsync(HttpMethod.Post, path, content);

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task The_older_address_of_Azure_requires_a_version()
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GetAsync("/openai/files");

        reply.Is(404, """{"error":{"code":"404","message":"Resource not found"}}""");
    }

    [Fact]
    public async Task Files_require_a_key()
    {
        await using var service = await Service.StartAsync();
        service.Http.DefaultRequestHeaders.Authorization = null;

        using var reply = await service.Http.GetAsync("files", Token);

        Assert.Equal(401, (int)reply.StatusCode);
    }

    [Fact]
    public async Task A_fault_for_all_routes_also_strikes_files()
    {
        await using var service = await Service.StartAsync();
        service.Emulator.Fail(EmulatorFault.ServerError());
        using var failure = service.Emulator.Fail(
            EmulatorFault.Unavailable(),
            new FaultConditions { AllRoutes = true, When = request => request.Path == "/v1/files" });

        var reply = await service.UploadAsync(Form.Of(("purpose", "vision")).File("file", [1]));

        Assert.Equal(503, reply.Status);
        Assert.Equal(1, failure.Strikes);
    }
}
