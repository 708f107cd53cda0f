namespace OpenAIImages.Faults.Origins;

/// <summary>The service behind the faults, which is without fault itself.</summary>
internal interface IOrigin
{
    /// <summary>Gets how many pictures were made, and so billed: those of every request that came whole.</summary>
    int PicturesMade { get; }

    /// <summary>Gets how many requests pictures were made for.</summary>
    int RequestsPaid { get; }

    /// <summary>Gets what arrived and should not have.</summary>
    IReadOnlyCollection<string> Breaches { get; }

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="self">The address that the client knows this service by.</param>
    /// <param name="cancellationToken">Abandons it.</param>
    ValueTask<WireReply> AnswerAsync(WireRequest request, Uri self, CancellationToken cancellationToken);
}
