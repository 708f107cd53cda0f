namespace OpenAIImages.Budgets;

/// <summary>A client that can tell how it completes a request before it sends it.</summary>
internal interface IRequestCompletion
{
    /// <summary>Gets how many attempts of one call the service may bill.</summary>
    int MaxBilledAttempts { get; }

    /// <summary>Gives a request what it leaves open and the client decides: its model, and the format of a named
    /// file.</summary>
    ImageRequest Complete(ImageRequest request, ImageDestination? destination);
}
