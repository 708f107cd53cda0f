using System.Net;

namespace OpenAIImages.Emulator.Tests.Client;

/// <summary>The client of this repository runs batches of the emulator over sockets.</summary>
public sealed class BatchClientTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openai-images-batch-").FullName;
    private ImageEmulator _emulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
        => _emulator = await ImageEmulator.StartAsync(new ImageEmulatorOptions { MaxPictureEdge = 16 }, Token);

    public async ValueTask DisposeAsync()
    {
        await _emulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_batch_with_failures_and_cut_connections_has_a_result_for_each_piece()
    {
        const int Count = 200;
        using var cuts = new CuttingHandler(cuts: 3, afterBytes: 40_000);
        using var batches = new OpenAIImageBatchClient(Options(), cuts);
        var work = Enumerable.Range(1, Count).Select(number => new ImageWorkItem(
            $"piece-{number}",
            new GenerateImageRequest(number % 20 == 0 ? "a fox [moderated]" : $"a fox, {number % 7}")
            {
                Model = ImageModel.GptImage2,
            }));
        using var refused = _emulator.Fail(
            EmulatorFault.Moderation(),
            new FaultConditions { PromptContains = "[moderated]" });

        var batch = await batches.CreateAsync(work, cancellationToken: Token);
        await _emulator.WaitForBatchAsync(batch.Id, null, Token);
        batch = await batches.WaitAsync(batch, null, Token);
        var results = await batches
            .ReadResultsAsync(batch, id => ImageDestination.File(Path.Combine(_folder, $"{id}.png")), Token)
            .ToListAsync(Token);

        Assert.Equal((Count, Count - 10, 10), (batch.Counts.Total, batch.Counts.Completed, batch.Counts.Failed));
        Assert.Equal(0, cuts.Left);
        Assert.Equal(
            Enumerable.Range(1, Count).Select(number => $"piece-{number}").Order(StringComparer.Ordinal),
            results.Select(result => result.Id).Order(StringComparer.Ordinal));
        var failed = results.Where(result => result.Exception is not null).ToArray();
        Assert.Equal(10, failed.Length);
        Assert.All(failed, result => Assert.IsType<ImageModerationException>(result.Exception));
        Assert.Equal(Count - 10, Directory.GetFiles(_folder, "*.png").Length);
    }

    [Fact]
    public async Task An_interrupted_upload_leaves_neither_a_file_nor_a_batch()
    {
        using var batches = new OpenAIImageBatchClient(Options());
        using var files = new OpenAIImageFileClient(Options());
        var work = Enumerable.Range(1, 2_000).Select(number => new ImageWorkItem(
            $"{number % 1_999}", new GenerateImageRequest("a fox") { Model = ImageModel.GptImage2 }));

        var refused = await Assert.ThrowsAsync<ImageBatchException>(
            () => batches.CreateAsync(work, cancellationToken: Token));

        Assert.Equal((ImageBatchProblem.DuplicateId, "1"), (refused.Problem, refused.ItemId));
        Assert.Empty(await files.ListAsync(cancellationToken: Token).ToListAsync(Token));
        Assert.Empty(await batches.ListAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Files_are_uploaded_listed_fetched_and_deleted()
    {
        using var files = new OpenAIImageFileClient(Options());
        using var client = new OpenAIImageClient(Options());
        var fox = (await client.GenerateAsync("a fox", Token)).Images[0].Bytes;

        var uploaded = await files.UploadAsync(ImageInput.FromBytes(fox, "fox.png"), Token);
        var listed = await files.ListAsync(ImageFilePurpose.Vision, Token).ToListAsync(Token);
        var fetched = await files.DownloadAsync(
            uploaded.Id, ImageDestination.File(Path.Combine(_folder, "fox.png")), null, Token);
        var edited = await client.EditAsync(
            new EditImageRequest("make it night", uploaded.ToImageInput()), null, Token);
        var provenance = await files.CheckProvenanceAsync(ImageInput.FromBytes(fox), Token);
        await files.DeleteAsync(uploaded.Id, Token);
        var gone = await Assert.ThrowsAsync<ImageApiException>(() => files.GetAsync(uploaded.Id, Token));

        Assert.Equal(uploaded.Id, Assert.Single(listed).Id);
        Assert.Equal(fox.ToArray(), await File.ReadAllBytesAsync(fetched.SavedPath!, Token));
        Assert.Single(edited.Images);
        Assert.True(provenance.IsDetected);
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
    }

    private ImageClientOptions Options() => new() { ApiKey = "any", Endpoint = _emulator.Endpoint };

    /// <summary>Breaks the connection of the first downloads, each after a number of bytes.</summary>
    private sealed class CuttingHandler(int cuts, int afterBytes) : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Left { get; private set; } = cuts;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var reply = await base.SendAsync(request, cancellationToken);
            if (Left > 0 && request.RequestUri!.AbsolutePath.EndsWith("/content", StringComparison.Ordinal))
            {
                Left--;
                var content = new StreamContent(
                    new CutStream(await reply.Content.ReadAsStreamAsync(cancellationToken), afterBytes));
                foreach (var header in reply.Content.Headers)
                {
                    content.Headers.TryAddWithoutValidation(header.Key, header.Value);
                }

                reply.Content = content;
            }

            return reply;
        }
    }

    private sealed class CutStream(Stream inner, int left) : MemoryStream
    {
        private int _left = left;

        // The build for .NET Standard 2.0 reads with this method.
        public override Task<int> ReadAsync(
            byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left == 0)
            {
                throw new IOException("The connection was reset.");
            }

            var read = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, _left)], cancellationToken);
            _left -= read;

            return read;
        }
    }
}
