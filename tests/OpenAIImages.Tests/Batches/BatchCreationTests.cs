using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Batches;

public sealed class BatchCreationTests : IDisposable
{
    private const string Generations = "/v1/images/generations";
    private const string Edits = "/v1/images/edits";

    private readonly JobService _service = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Each_piece_becomes_a_line_and_the_batch_is_created_from_their_file()
    {
        using var batches = Client();
        _service.Replies(_ => null);
        _service.Replies(JobService.Batch("validating", ",\"created_at\":1790000000,\"more\":1"));

        var batch = await batches.CreateAsync(
            [
                new("g-1", new GenerateImageRequest("a \"red\" fox\nin 雪") { Size = ImageSize.Square }),
                new("g-2", new GenerateImageRequest("a hare") { Quality = ImageQuality.Low, Count = 2 }),
            ],
            cancellationToken: Token);

        Assert.Equal(["POST /v1/files", "POST /v1/batches"], _service.Calls);
        var form = Assert.Single(_service.Uploads);
        Assert.Equal(["purpose", "file"], form.Names);
        Assert.Equal("batch", form["purpose"].Text);
        Assert.Equal("form-data; name=\"file\"; filename=\"images.jsonl\"", form["file"].Disposition);
        Assert.Equal(
            LineOf(
                "g-1",
                Generations,
                """{"prompt":"a \"red\" fox\nin 雪","model":"gpt-image-2","size":"1024x1024"}""")
                + LineOf("g-2", Generations, """{"prompt":"a hare","model":"gpt-image-2","n":2,"quality":"low"}"""),
            form["file"].Text);
        Assert.Equal(
            """{"input_file_id":"file-1","endpoint":"/v1/images/generations","completion_window":"24h"}""",
            Assert.Single(_service.Creations));
        Assert.Equal(("batch_1", ImageBatchStatus.Validating), (batch.Id, batch.Status));
        Assert.Equal(ImageModel.GptImage2, batch.Model);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000000), batch.Created);
        Assert.Equal(["more"], batch.Extra.Keys);
    }

    [Fact]
    public async Task Edits_name_their_images_by_file_id_or_carry_them_as_base64()
    {
        using var batches = Client();
        var inline = ImageInput.FromBytes(Bodies.PngSignature.Concat(new byte[] { 1, 2, 3, 4 }).ToArray());

        await batches.CreateAsync(
            [
                new("e-1", new EditImageRequest("make it night", ImageInput.FromFileId("file-fox"))),
                new("e-2", new EditImageRequest("make it day", inline)),
            ],
            cancellationToken: Token);

        Assert.Equal(
            LineOf(
                "e-1",
                Edits,
                """{"prompt":"make it night","model":"gpt-image-2","images":[{"file_id":"file-fox"}]}""")
                + LineOf(
                    "e-2",
                    Edits,
                    """{"prompt":"make it day","model":"gpt-image-2","images":[{"image_url":""" +
                        "\"data:image/png;base64,iVBORw0KGgoBAgME\"}]}"),
            Assert.Single(_service.Uploads)["file"].Text);
        Assert.Contains(
            $"\"endpoint\":\"{Edits}\"", Assert.Single(_service.Creations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_a_batch_are_sent()
    {
        using var batches = Client();
        var options = new ImageBatchOptions
        {
            CompletionWindow = "1h",
            Metadata = new Dictionary<string, string> { ["job"] = "foxes" },
            InputExpiresAfter = TimeSpan.FromHours(3),
            OutputExpiresAfter = TimeSpan.FromDays(1),
            FileName = "foxes.jsonl",
        };

        await batches.CreateAsync([Item("1")], options, Token);

        var form = Assert.Single(_service.Uploads);
        Assert.Equal("10800", form["expires_after[seconds]"].Text);
        Assert.Contains("filename=\"foxes.jsonl\"", form["file"].Disposition, StringComparison.Ordinal);
        Assert.Equal(
            """
            {"input_file_id":"file-1","endpoint":"/v1/images/generations","completion_window":"1h",
            "metadata":{"job":"foxes"},"output_expires_after":{"anchor":"created_at","seconds":86400}}
            """.ReplaceLineEndings(""),
            Assert.Single(_service.Creations));
    }

    [Fact]
    public async Task A_file_format_follows_from_the_destination_of_a_piece()
    {
        using var batches = _service.BatchClient(options => options.Endpoint = new Uri("https://api.openai.com/v1/"));

        await batches.CreateAsync(
            [Item("1") with { Destination = ImageDestination.File("fox.jpg") }], cancellationToken: Token);

        Assert.Contains("\"output_format\":\"jpeg\"", _service.Uploads[0]["file"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Azure_batches_use_the_resource_address_and_the_deployment_as_their_model()
    {
        using var batches = _service.BatchClient(options =>
        {
            options.Endpoint = new Uri("https://res.openai.azure.com");
            options.Azure.Deployment = "pictures";
            options.Azure.ApiVersion = "2025-04-01";
        });

        var batch = await batches.CreateAsync([Item("1")], cancellationToken: Token);

        Assert.Equal(
            ["POST /openai/files?api-version=2025-04-01", "POST /openai/batches?api-version=2025-04-01"],
            _service.Calls);
        Assert.Contains("\"model\":\"pictures\"", _service.Uploads[0]["file"].Text, StringComparison.Ordinal);
        Assert.Equal("pictures", batch.Model.ToString());
    }

    [Fact]
    public async Task A_sequence_is_read_piece_by_piece_during_the_upload()
    {
        using var batches = Client();
        var taken = 0;

        await batches.CreateAsync(Lazy(), cancellationToken: Token);

        Assert.Equal(3, taken);
        Assert.Equal(3, _service.Uploads[0]["file"].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        IEnumerable<ImageWorkItem> Lazy()
        {
            for (; taken < 3; taken++)
            {
                yield return Item($"{taken}");
            }
        }
    }

    [Fact]
    public async Task An_upload_of_a_list_is_repeated_after_a_lost_connection()
    {
        var clock = new WaitingClock();
        using var batches = Client(options => (options.MaxRetries, options.TimeProvider) = (1, clock));
        _service.Replies(_ => throw new HttpRequestException("gone"));

        var batch = await clock.RunAsync(batches.CreateAsync([Item("1"), Item("2")], cancellationToken: Token));

        Assert.Equal("batch_1", batch.Id);
        Assert.Equal(["POST /v1/files", "POST /v1/files", "POST /v1/batches"], _service.Calls);
        Assert.Equal(_service.Uploads[0]["file"].Text, _service.Uploads[1]["file"].Text);
    }

    [Fact]
    public async Task An_upload_of_a_lazy_sequence_is_sent_once()
    {
        var clock = new WaitingClock();
        using var batches = Client(options => (options.MaxRetries, options.TimeProvider) = (3, clock));
        _service.Replies(_ => throw new HttpRequestException("gone"));

        var lost = await Assert.ThrowsAsync<ImageTransportException>(() => clock.RunAsync(
            batches.CreateAsync(Enumerable.Range(1, 3).Select(index => Item($"{index}")), cancellationToken: Token)));

        Assert.False(lost.MayHaveBeenBilled);
        Assert.Equal(["POST /v1/files"], _service.Calls);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task An_exception_of_the_sequence_is_thrown_unchanged(Type type)
    {
        var clock = new WaitingClock();
        using var batches = Client(options => (options.MaxRetries, options.TimeProvider) = (3, clock));
        var fault = (Exception)Activator.CreateInstance(type, "The database is away.")!;

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => clock.RunAsync(
            batches.CreateAsync(Failing(), cancellationToken: Token)));

        Assert.Same(fault, thrown);
        Assert.Empty(_service.Creations);

        IEnumerable<ImageWorkItem> Failing()
        {
            yield return Item("1");

            throw fault;
        }
    }

    [Fact]
    public async Task A_new_batch_begins_when_one_is_full_or_the_model_changes()
    {
        using var batches = Client();
        var items = new[] { Item("1"), Item("2"), Item("3"), Item("4", "gpt-image-3"), Edit("5"), Edit("6") };
        var options = new ImageBatchOptions { MaxRequests = 2 };

        var created = await batches.CreateManyAsync(items, options, Token).ToListAsync(Token);

        Assert.Equal(4, created.Count);
        Assert.Equal(
            ["1,2", "3", "4", "5,6"],
            _service.Uploads.Select(form => string.Join(',', form["file"].Text
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('"')[3]))));
        Assert.Equal(["/v1/images/generations", "/v1/images/edits"], _service.Creations
            .Select(body => body.Split('"')[7]).Distinct());
    }

    [Fact]
    public async Task A_new_batch_begins_when_the_file_of_one_is_full()
    {
        using var batches = Client();
        var options = new ImageBatchOptions { MaxBytes = 300 };

        var created = await batches
            .CreateManyAsync(Enumerable.Range(1, 5).Select(index => Item($"{index}")), options, Token)
            .ToListAsync(Token);

        Assert.Equal(3, created.Count);
        Assert.All(_service.Uploads, form => Assert.InRange(form["file"].Bytes.Length, 1, 300));
    }

    [Fact]
    public async Task Created_batches_are_returned_before_an_exception_is_thrown()
    {
        using var batches = Client();
        var created = new List<ImageBatch>();

        var fault = await Assert.ThrowsAsync<ImageBatchException>(async () =>
        {
            await foreach (var batch in batches.CreateManyAsync(
                [Item("1"), Item("2"), Item("1")], new ImageBatchOptions { MaxRequests = 2 }, Token))
            {
                created.Add(batch);
            }
        });

        Assert.Single(created);
        Assert.Equal((ImageBatchProblem.DuplicateId, "1"), (fault.Problem, fault.ItemId));
    }

    private static string LineOf(string id, string url, string body)
        => $$"""{"custom_id":"{{id}}","method":"POST","url":"{{url}}","body":{{body}}}""" + "\n";

    private static ImageWorkItem Item(string id, ImageModel? model = null)
        => new(id, new GenerateImageRequest("a red fox") { Model = model });

    private static ImageWorkItem Edit(string id)
        => new(id, new EditImageRequest("make it night", ImageInput.FromFileId("file-fox")));

    private OpenAIImageBatchClient Client(Action<ImageClientOptions>? configure = null)
        => _service.BatchClient(options =>
        {
            options.Model = ImageModel.GptImage2;
            configure?.Invoke(options);
        });
}
