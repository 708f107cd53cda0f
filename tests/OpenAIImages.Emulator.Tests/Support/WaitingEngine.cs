using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>An engine that paints until it is cancelled; it never finishes by itself.</summary>
internal sealed class WaitingEngine : IPictureEngine
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Begun => _begun.Task;

    public Task Stopped => _stopped.Task;

    public Picture Paint(PictureRequest request, CancellationToken cancellationToken = default)
    {
        _begun.TrySetResult();
        cancellationToken.WaitHandle.WaitOne();
        _stopped.TrySetResult();

        throw new OperationCanceledException(cancellationToken);
    }
}
