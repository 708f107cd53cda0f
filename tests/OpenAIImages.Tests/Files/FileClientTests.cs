using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Files;

public sealed class FileClientTests : IDisposable
{
    private static readonly byte[] Fox = Bodies.Picture(5_000);

    private readonly JobService _service = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task An_image_is_uploaded_under_its_name_with_media_type_and_purpose()
    {
        using var files = _service.FileClient();
        _service.Replies("""
            {
              "id": "file-7", "object": "file", "bytes": 5000, "created_at": 1790000000, "expires_at": 1790003600,
              "filename": "fox.png", "purpose": "vision", "status": "processed", "status_details": null
            }
            """);

        var file = await files.UploadAsync(ImageInput.FromBytes(Fox, "C:\\pictures\\fox.png"), Token);

        Assert.Equal(["POST /v1/files"], _service.Calls);
        var form = Assert.Single(_service.Uploads);
        Assert.Equal(["purpose", "file"], form.Names);
        Assert.Equal("vision", form["purpose"].Text);
        Assert.Equal("form-data; name=\"file\"; filename=\"fox.png\"", form["file"].Disposition);
        Assert.Equal("image/png", form["file"].Type);
        Assert.Equal(Fox, form["file"].Bytes);
        Assert.Equal(("file-7", 5000L, "fox.png"), (file.Id, file.Length, file.FileName));
        Assert.Equal(ImageFilePurpose.Vision, file.Purpose);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000000), file.Created);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790003600), file.Expires);
        Assert.Equal(["status"], file.Extra.Keys);
        Assert.Equal("file-7", file.ToImageInput().Reference!.Value);
    }

    [Fact]
    public async Task Any_stream_is_uploaded_with_its_expiry_and_stays_open()
    {
        using var files = _service.FileClient();
        using var stream = new OneShotStream([1, 2, 3]);
        var upload = new ImageUpload(stream, "/home/me/notes.txt", ImageFilePurpose.UserData)
        {
            ExpiresAfter = TimeSpan.FromHours(2),
        };

        await files.UploadAsync(upload, Token);

        var form = Assert.Single(_service.Uploads);
        Assert.Equal(["purpose", "expires_after[anchor]", "expires_after[seconds]", "file"], form.Names);
        Assert.Equal(("created_at", "7200"), (form.Parts[1].Text, form.Parts[2].Text));
        Assert.Equal("form-data; name=\"file\"; filename=\"notes.txt\"", form["file"].Disposition);
        Assert.Equal("application/octet-stream", form["file"].Type);
        Assert.Equal([1, 2, 3], form["file"].Bytes);
        Assert.False(stream.IsClosed);
    }

    [Fact]
    public async Task An_upload_of_a_file_is_repeated_after_a_lost_connection_since_it_is_free()
    {
        var clock = new WaitingClock();
        using var files = _service.FileClient(options => (options.MaxRetries, options.TimeProvider) = (1, clock));
        _service.Replies(_ => throw new HttpRequestException("gone"));

        var file = await clock.RunAsync(files.UploadAsync(ImageInput.FromBytes(Fox), Token));

        Assert.Equal("file-1", file.Id);
        Assert.Equal(2, _service.Uploads.Count);
        Assert.Equal(Fox, _service.Uploads[1]["file"].Bytes);
    }

    [Fact]
    public async Task An_upload_of_a_stream_that_cannot_seek_is_sent_once()
    {
        var clock = new WaitingClock();
        using var files = _service.FileClient(options => (options.MaxRetries, options.TimeProvider) = (3, clock));
        using var stream = new OneShotStream([1, 2, 3]);
        _service.Replies(_ => throw new HttpRequestException("gone"));

        var lost = await Assert.ThrowsAsync<ImageTransportException>(() => clock.RunAsync(
            files.UploadAsync(new ImageUpload(stream, "a.bin", ImageFilePurpose.UserData), Token)));

        Assert.False(lost.MayHaveBeenBilled);
        Assert.Single(_service.Uploads);
    }

    [Fact]
    public async Task A_file_that_is_not_an_image_is_not_uploaded_as_an_image()
    {
        using var files = _service.FileClient();

        await Assert.ThrowsAsync<ImageInputException>(
            () => files.UploadAsync(ImageInput.FromBytes("no image"u8.ToArray()), Token));

        Assert.Empty(_service.Calls);
    }

    [Fact]
    public void Wrong_uploads_are_refused_by_name()
    {
        using var closed = new MemoryStream();
        closed.Close();

        Assert.Throws<ArgumentException>("image", () => new ImageUpload(ImageInput.FromFileId("file-1")));
        Assert.Throws<ArgumentNullException>("image", () => new ImageUpload(null!));
        Assert.Throws<ArgumentException>("content", () => new ImageUpload(closed, "a", ImageFilePurpose.Batch));
        Assert.Throws<ArgumentException>("fileName", () => new ImageUpload(Stream.Null, " ", ImageFilePurpose.Batch));
        Assert.Throws<ArgumentException>("Purpose", () => new ImageUpload(Stream.Null, "a", default));
        Assert.Throws<ArgumentException>("path", () => ImageUpload.FromFile("", ImageFilePurpose.Batch));
        Assert.Throws<ArgumentOutOfRangeException>(
            "ExpiresAfter",
            () => new ImageUpload(ImageInput.FromBytes(Fox)) { ExpiresAfter = TimeSpan.Zero });
    }

    [Fact]
    public async Task A_list_is_one_sequence_over_all_pages()
    {
        using var files = _service.FileClient();
        _service.Replies("""{"data":[{"id":"a"},{"id":"b"}],"has_more":true}""");
        _service.Replies("""{"data":[{"id":"c"}],"has_more":true}""");
        _service.Replies("""{"data":[],"has_more":true}""");

        var ids = await files.ListAsync(ImageFilePurpose.BatchOutput, Token).Select(file => file.Id).ToListAsync(Token);

        Assert.Equal(["a", "b", "c"], ids);
        Assert.Equal(
            [
                "GET /v1/files?limit=1000&purpose=batch_output",
                "GET /v1/files?limit=1000&purpose=batch_output&after=b",
                "GET /v1/files?limit=1000&purpose=batch_output&after=c",
            ],
            _service.Calls);
    }

    [Fact]
    public async Task A_list_that_repeats_its_page_is_a_fault_and_not_an_endless_sequence()
    {
        using var files = _service.FileClient();
        _service.Replies("""{"data":[{"id":"a"}],"has_more":true}""");
        _service.Replies("""{"data":[{"id":"a"}],"has_more":true}""");

        await Assert.ThrowsAsync<ImageDecodeException>(
            async () => await files.ListAsync(cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task The_client_requests_a_page_after_the_files_before_it_were_read()
    {
        using var files = _service.FileClient();
        _service.Replies("""{"data":[{"id":"a"}],"has_more":true}""");

        await foreach (var file in files.ListAsync(cancellationToken: Token))
        {
            Assert.Equal("a", file.Id);
            break;
        }

        Assert.Single(_service.Calls);
    }

    [Fact]
    public async Task A_file_is_described_and_deleted_by_its_id()
    {
        using var files = _service.FileClient();
        _service.Replies("""{"id":"file 1"}""");
        _service.Replies("""{"id":"file 1","object":"file","deleted":true}""");
        _service.Replies("""{"id":"file 1","object":"file","deleted":false}""");

        var file = await files.GetAsync("file 1", Token);
        await files.DeleteAsync("file 1", Token);
        var kept = await Assert.ThrowsAsync<ImageDecodeException>(() => files.DeleteAsync("file 1", Token));

        Assert.Equal(new ImageFile("file 1"), file);
        Assert.Equal("deleted", kept.Member);
        Assert.Equal(
            ["GET /v1/files/file%201", "DELETE /v1/files/file%201", "DELETE /v1/files/file%201"], _service.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    [InlineData("a/../b")]
    public async Task An_id_that_leads_to_another_address_is_refused(string wrong)
    {
        using var files = _service.FileClient();

        await Assert.ThrowsAsync<ArgumentException>("id", () => files.GetAsync(wrong, Token));
        await Assert.ThrowsAsync<ArgumentException>("id", () => files.DeleteAsync(wrong, Token));
        await Assert.ThrowsAsync<ArgumentException>("id", () => files.CopyToAsync(wrong, Stream.Null, null, Token));
        Assert.Empty(_service.Calls);
    }

    [Theory]
    [InlineData("""{"error":{"message":"No such File object: x","type":"invalid_request_error"}}""", 404)]
    public async Task A_file_that_does_not_exist_is_an_ImageApiException(string body, int status)
    {
        using var files = _service.FileClient();
        _service.Replies(body, (HttpStatusCode)status);

        var refused = await Assert.ThrowsAsync<ImageApiException>(() => files.GetAsync("x", Token));

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.False(refused.MayHaveBeenBilled);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_in_a_name_is_replaced()
    {
        using var files = _service.FileClient();
        _service.Replies("""{"id":"file-1","filename":"\ud800.png","\udc00":1}""");

        var file = await files.GetAsync("file-1", Token);

        Assert.Equal("\uFFFD.png", file.FileName);
        Assert.Equal(["\uFFFD"], file.Extra.Keys);
    }

    [Theory]
    [InlineData("[]", null)]
    [InlineData("{}", "id")]
    [InlineData("""{"id":7}""", "id")]
    public async Task The_exception_for_a_reply_that_is_not_a_file_names_the_member(string body, string? member)
    {
        using var files = _service.FileClient();
        _service.Replies(body);

        var failed = await Assert.ThrowsAsync<ImageDecodeException>(() => files.GetAsync("x", Token));

        Assert.Equal(member, failed.Member);
    }

    [Fact]
    public async Task A_provenance_check_gives_a_finding_for_each_kind_of_mark()
    {
        using var files = _service.FileClient();
        _service.Replies("""
            {"object":"content_provenance_check","created_at":1790000000,"results":[
              {"type":"c2pa","outcome":"detected","validation_state":"trusted","issuer":"OpenAI","model":"gpt-image-2",
               "generated_at":"2026-11-01T12:00:00Z"},
              {"type":"synthid","outcome":"not_detected","model":null,"generated_at":null,"confidence":0.5}]}
            """);

        var found = await files.CheckProvenanceAsync(ImageInput.FromBytes(Fox, "fox.png"), Token);

        Assert.Equal(["POST /v1/content_provenance_checks"], _service.Calls);
        Assert.Equal(["file"], Assert.Single(_service.Uploads).Names);
        Assert.True(found.IsDetected);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000000), found.Created);
        var (signed, watermark) = (found.Findings[0], found.Findings[1]);
        Assert.Equal((ImageProvenanceKind.C2pa, true, "OpenAI"), (signed.Kind, signed.IsDetected, signed.Issuer));
        Assert.Equal(ImageProvenanceState.Trusted, signed.State);
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero), signed.Generated);
        Assert.Equal((ImageProvenanceKind.SynthId, false), (watermark.Kind, watermark.IsDetected));
        Assert.Equal(["confidence"], watermark.Extra.Keys);
        Assert.Null(watermark.Generated);
    }

    [Fact]
    public async Task A_provenance_check_refuses_a_file_id_in_place_of_an_image()
    {
        using var files = _service.FileClient();

        await Assert.ThrowsAsync<ArgumentException>(
            "image", () => files.CheckProvenanceAsync(ImageInput.FromFileId("file-1"), Token));
    }

    [Fact]
    public async Task Azure_files_belong_to_the_resource_and_not_to_a_deployment()
    {
        using var files = _service.FileClient(options =>
        {
            options.Endpoint = new Uri("https://res.openai.azure.com");
            options.Azure.Deployment = "pictures";
            options.Azure.ApiVersion = "2025-04-01";
        });
        _service.Replies("""{"data":[]}""");

        await files.GetAsync("file-1", Token).ContinueWith(_ => { }, Token);
        await files.ListAsync(cancellationToken: Token).ToListAsync(Token).AsTask().ContinueWith(_ => { }, Token);

        Assert.Equal(
            [
                "GET /openai/files/file-1?api-version=2025-04-01",
                "GET /openai/files?limit=1000&api-version=2025-04-01",
            ],
            _service.Calls);
    }
}
