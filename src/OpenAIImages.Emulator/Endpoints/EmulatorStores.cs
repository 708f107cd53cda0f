using Microsoft.Extensions.Logging;
using OpenAIImages.Emulator.Batches;
using OpenAIImages.Emulator.Faults;
using OpenAIImages.Emulator.Files;
using OpenAIImages.Emulator.Jobs;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Emulator.Pipeline;
using OpenAIImages.Emulator.Webhooks;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary>The parts that all endpoints share and that live as long as the emulator: files, batches, links, the
/// studio.</summary>
internal sealed class EmulatorStores : IAsyncDisposable
{
    private readonly ImageEmulatorOptions _options;
    private readonly PictureCache _cache;
    private WebhookSender? _webhooks;
    private BatchStore? _batches;

    /// <exception cref="IOException">The folder of the files cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not write to the folder of the files.</exception>
    public EmulatorStores(ImageEmulatorOptions options)
    {
        _options = options;
        Catalog = new ModelCatalog(options);
        Azure = new AzureSurface(Catalog);
        Files = new FileStore(new FileFolder(options.FilesFolder), options.TimeProvider);
        Links = new LinkStore(options.TimeProvider, options.MaxLinks);
        _cache = new PictureCache(options.Engine, options.MaxCachedPictureBytes);
        Studio = new PictureStudio(_cache, options.MaxConcurrentPaintings);
        Ledger = new PictureLedger(options.TimeProvider);
        Painter = new JobPainter(options, Studio, Ledger);
        Loader = new EditLoader(Studio, new ImageReferences(FindOwn, Files), options.MaxInputPixels);
    }

    public ModelCatalog Catalog { get; }

    public AzureSurface Azure { get; }

    public FileStore Files { get; }

    public LinkStore Links { get; }

    public PictureStudio Studio { get; }

    public PictureLedger Ledger { get; }

    public JobPainter Painter { get; }

    public EditLoader Loader { get; }

    /// <summary>Gets the batches; <see cref="StartBatches"/> must come first.</summary>
    public BatchStore Batches => _batches ?? throw new InvalidOperationException("No batches were started.");

    /// <summary>Makes the parts that run batches.</summary>
    public void StartBatches(FaultBook book, FaultReporter reporter, ILogger logger)
    {
        var runner = new BatchRequestRunner(_options, book, Azure, Loader, Painter, Links, reporter);
        var run = new BatchRun(_options, Files, new BatchChecker(_options, Catalog), runner, logger);
        _webhooks = new WebhookSender(_options, logger);
        _batches = new BatchStore(run, _webhooks, _options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_batches is not null)
        {
            await _batches.DisposeAsync().ConfigureAwait(false);
        }

        if (_webhooks is not null)
        {
            await _webhooks.DisposeAsync().ConfigureAwait(false);
        }

        Studio.Dispose();
        _cache.Dispose();
        Links.Dispose();
        Files.Dispose();
    }

    private InputFile? FindOwn(string link)
        => LinkAddresses.Find(Links, link) is { } picture
            ? new InputFile(PictureFormats.MediaType(picture.Format), picture.Bytes)
            : null;
}
