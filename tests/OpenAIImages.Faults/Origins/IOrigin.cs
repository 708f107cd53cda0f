namespace OpenAIImages.Faults.Origins;

/// <summary>The service behind the faults; the service itself has no faults.</summary>
internal interface IOrigin
{
    /// <summary>Gets how many pictures the service made and billed: the pictures of every whole request.</summary>
    int PicturesMade { get; }

    /// <summary>Gets how many requests the service made pictures for.</summary>
    int RequestsPaid { get; }

    /// <summary>Gets a sentence for each request that should not have arrived.</summary>
    IReadOnlyCollection<string> Breaches { get; }

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="self">The address of this service for the client.</param>
    /// <param name="cancellationToken">Cancels the answer.</param>
    ValueTask<WireReply> AnswerAsync(WireRequest request, Uri self, CancellationToken cancellationToken);
}
