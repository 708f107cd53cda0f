namespace OpenAIImages.Many.Running;

/// <summary>One call of a piece, and its records in the journal.</summary>
/// <param name="request">The request of the call.</param>
/// <param name="part">The number of the call, from 1.</param>
/// <param name="destination">The destination of the images.</param>
/// <param name="journal">The journal, if there is one.</param>
internal sealed class ItemCall(
    PromptedImageRequest request, int part, ImageDestination? destination, ItemJournal? journal)
{
    public PromptedImageRequest Request => request;

    /// <exception cref="ImageJournalException">The call must not be sent.</exception>
    public Task BeginAsync() => journal?.BeginAsync(part, request) ?? Task.CompletedTask;

    public Task<ImageResult> SendAsync(IImageClient client, CancellationToken cancellationToken)
        => request is EditImageRequest edit
            ? client.EditAsync(edit, destination, cancellationToken)
            : client.GenerateAsync((GenerateImageRequest)request, destination, cancellationToken);

    public Task EndAsync(ImageResult result, decimal? cost)
        => journal?.EndAsync(part, request, result, cost) ?? Task.CompletedTask;

    public Task FailAsync(Exception fault) => journal?.FailAsync(part, request, fault) ?? Task.CompletedTask;
}
