using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Support;

/// <summary>The code of one guide; each test begins in its own empty folder.</summary>
public abstract class Guide : IDisposable
{
    private readonly string _before = Environment.CurrentDirectory;
    private readonly string _folder = Directory.CreateTempSubdirectory("guide-").FullName;
    private readonly long _lastRequest;

    protected Guide(OfflineService service)
    {
        Emulator = service.Emulator;
        Client = new OpenAIImageClient();
        _lastRequest = Emulator.Received is [.., { Number: var last }] ? last : 0;
        Environment.CurrentDirectory = _folder;
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Gets the emulator that the environment names.</summary>
    protected ImageEmulator Emulator { get; }

    /// <summary>Gets a client of <see cref="Emulator"/>.</summary>
    protected OpenAIImageClient Client { get; }

    /// <summary>Gets the requests that this test has sent to <see cref="Emulator"/>.</summary>
    protected IReadOnlyList<ReceivedRequest> Received
        => [.. Emulator.Received.Where(request => request.Number > _lastRequest)];

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Client.Dispose();
        Environment.CurrentDirectory = _before;
        Directory.Delete(_folder, recursive: true);
    }
}
