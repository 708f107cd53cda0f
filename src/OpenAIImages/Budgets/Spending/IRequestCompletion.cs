namespace OpenAIImages.Budgets;

/// <summary>A client that shows how it completes a request before it sends the request.</summary>
internal interface IRequestCompletion
{
    /// <summary>Gets the number of attempts of one call that the service may bill.</summary>
    int MaxBilledAttempts { get; }

    /// <summary>Completes a request with the values that the client chooses: its model, and the format of a named
    /// file.</summary>
    ImageRequest Complete(ImageRequest request, ImageDestination? destination);
}
