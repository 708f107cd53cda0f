using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Requests;

/// <summary>The service recognises its own pictures.</summary>
public sealed class ProvenanceTests
{
    private static readonly FunctionEngine Engine = new(
        request => new Picture(Samples.Jpeg, request.Format, request.Width, request.Height, "x"));

    private static readonly FakeTimeProvider Time = new(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_picture_of_the_service_is_recognised(bool streams)
    {
        await using var service = await StartAsync();
        var json = "{\"model\":\"gpt-image-2\",\"prompt\":\"p\"" + (streams ? ",\"stream\":true}" : "}");
        await (streams ? service.StreamAsync(json) : (Task)service.GenerateAsync(json));

        var reply = await CheckAsync(service, Samples.Jpeg);

        reply.Is(200, """
            {
              "object": "content_provenance_check", "created_at": 1790000000,
              "results": [
                {
                  "type": "c2pa", "outcome": "detected", "validation_state": "trusted", "issuer": "OpenAI",
                  "model": "gpt-image-2", "generated_at": "2026-09-21T14:13:20+00:00"
                },
                {
                  "type": "synthid", "outcome": "detected", "model": "gpt-image-2",
                  "generated_at": "2026-09-21T14:13:20+00:00"
                }
              ]
            }
            """);
    }

    [Fact]
    public async Task A_picture_of_a_batch_is_recognised()
    {
        await using var service = await StartAsync();
        await service.FinishBatchAsync([BatchCalls.Line("a")]);

        var reply = await CheckAsync(service, Samples.Jpeg);

        Assert.Equal("detected", (string?)reply.Body["results"]![1]!["outcome"]);
    }

    [Fact]
    public async Task Another_picture_is_not_recognised()
    {
        await using var service = await StartAsync();
        await service.GenerateAsync("""{"prompt":"p"}""");
        byte[] changed = [.. Samples.Jpeg[..^1], (byte)(Samples.Jpeg[^1] ^ 1)];

        var reply = await CheckAsync(service, changed);

        reply.Is(200, """
            {
              "object": "content_provenance_check", "created_at": 1790000000,
              "results": [
                {
                  "type": "c2pa", "outcome": "not_detected", "validation_state": "not_present", "issuer": null,
                  "model": null, "generated_at": null
                },
                { "type": "synthid", "outcome": "not_detected", "model": null, "generated_at": null }
              ]
            }
            """);
    }

    public static TheoryData<byte[], bool> Manifests => new()
    {
        { [.. Samples.Png[..33], 0, 0, 0, 4, .. "caBX"u8, 1, 2, 3, 4, 0, 0, 0, 0, .. Samples.Png[33..]], true },
        { Samples.Png, false },
        { [0xFF, 0xD8, 0xFF, 0xEB, 0, 12, .. "JP"u8, 0, 0, .. "jumb"u8, 0, 0, .. Samples.Jpeg[2..]], true },
        { [0xFF, 0xD8, 0xFF, 0xEB, 0xFF, 0xFF, .. "jumb"u8], false },
        { Samples.Jpeg, false },
        { [.. Samples.WebP, .. "C2PA"u8, 1, 0, 0, 0, 7, 0], true },
        { Samples.WebP, false },
        { [.. "GIF89a"u8, 0, 0, 0x21, 0xFF, 11, .. "C2PA_GIF"u8, 1, 0, 0], true },
        { [.. "GIF89a"u8, 0, 0], false },
    };

    [Theory]
    [MemberData(nameof(Manifests))]
    public async Task A_manifest_in_a_file_is_found_and_not_trusted(byte[] file, bool hasManifest)
    {
        await using var service = await StartAsync();

        var reply = await CheckAsync(service, file);

        Assert.Equal(200, reply.Status);
        var c2pa = reply.Body["results"]![0]!;
        Assert.Equal(
            hasManifest ? ("detected", "invalid") : ("not_detected", "not_present"),
            ((string?)c2pa["outcome"], (string?)c2pa["validation_state"]));
        Assert.Equal("not_detected", (string?)reply.Body["results"]![1]!["outcome"]);
    }

    [Fact]
    public async Task A_file_that_is_not_a_picture_is_refused()
    {
        await using var service = await StartAsync();

        var words = await CheckAsync(service, "words"u8.ToArray());
        var nothing = await CheckAsync(service, Form.Of(("colour", "red")));
        var fileless = await CheckAsync(service, Form.Of());

        Assert.Equal("unsupported_file_mimetype", (string?)words.Body["error"]!["code"]);
        Assert.Equal("unknown_parameter", (string?)nothing.Body["error"]!["code"]);
        Assert.Equal("missing_required_parameter", (string?)fileless.Body["error"]!["code"]);
    }

    private static Task<Service> StartAsync() => Service.StartAsync(options =>
    {
        options.Engine = Engine;
        options.TimeProvider = Time;
    });

    private static Task<Reply> CheckAsync(Service service, byte[] file)
        => CheckAsync(service, new Form().File("file", file));

    private static async Task<Reply> CheckAsync(Service service, Form form)
    {
        using var content = form.ToContent();

        return await service.SendAsync(HttpMethod.Post, "content_provenance_checks", content);
    }
}
