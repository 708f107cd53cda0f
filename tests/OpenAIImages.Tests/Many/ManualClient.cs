using System.Collections.Concurrent;

namespace OpenAIImages.Tests.Many;

/// <summary>A client whose calls the test answers.</summary>
internal sealed class ManualClient : DelegatingImageClient
{
    private readonly SemaphoreSlim _began = new(0);
    private int _atOnce;
    private int _mostAtOnce;

    public Func<GenerateImageRequest, ImageResult>? Answer { get; init; }

    public Func<GenerateImageRequest, Task<ImageResult>>? AnswerAsync { get; init; }

    public bool Yields { get; init; }

    public ConcurrentQueue<GenerateImageRequest> Requests { get; } = [];

    public int MostAtOnce => Volatile.Read(ref _mostAtOnce);

    public int AtOnce => Volatile.Read(ref _atOnce);

    public async Task WaitForCallsAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _began.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public override async Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
    {
        Requests.Enqueue(request);
        lock (_began)
        {
            _mostAtOnce = Math.Max(_mostAtOnce, ++_atOnce);
        }

        _began.Release();
        try
        {
            if (Yields)
            {
                await Task.Yield();
            }

            return AnswerAsync is { } later
                ? await WaitAsync(later(request), cancellationToken)
                : Answer!(request);
        }
        finally
        {
            lock (_began)
            {
                _atOnce--;
            }
        }
    }

    private static async Task<ImageResult> WaitAsync(Task<ImageResult> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new ImageCallCanceledException(cancellationToken) { PossiblyBilledAttempts = 1 };
        }
    }
}
