namespace OpenAIImages.Many.Running;

/// <summary>The part of a journal for one piece: reads its history, and records its calls.</summary>
internal sealed class ItemJournal(RunJournal journal, ItemHistory history, string id, string hash)
{
    /// <summary>Gets the records of earlier runs.</summary>
    public ItemHistory History => history;

    /// <summary>Records that a call is about to be sent.</summary>
    /// <exception cref="ImageJournalException">The record was not written, so that the call must not be
    /// sent.</exception>
    public Task BeginAsync(int part, PromptedImageRequest request)
        => journal.WriteBeforeAsync(Record(part, request, ImageJournalMark.Begun));

    /// <summary>Records that a call succeeded.</summary>
    public Task EndAsync(int part, PromptedImageRequest request, ImageResult result, decimal? cost)
        => journal.WriteAfterAsync(Record(part, request, ImageJournalMark.Done) with
        {
            Images = result.Images,
            Cost = cost,
            RequestId = result.RequestId,
            ClientRequestId = result.ClientRequestId,
        });

    /// <summary>Records that a call failed.</summary>
    public Task FailAsync(int part, PromptedImageRequest request, Exception fault)
        => journal.WriteAfterAsync(
            Record(
                part,
                request,
                CallFault.MayHaveBeenBilled(fault) ? ImageJournalMark.PossiblyBilled : ImageJournalMark.Failed) with
            {
                Images = CallFault.ReceivedWith(fault),
                RequestId = (fault as ImageApiException)?.RequestId,
                ClientRequestId = CallFault.ClientRequestIdOf(fault),
            });

    private ImageJournalRecord Record(int part, PromptedImageRequest request, ImageJournalMark mark)
        => new(id, part, mark, hash) { Count = request.Count ?? 1 };
}
