namespace OpenAIImages;

/// <summary>What an estimate has to know and a request does not say.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ImageEstimateOptions
{
    /// <summary>Gets the model that is asked where the request names none.</summary>
    /// <value>None by default; then there is no figure for such a request.</value>
    public ImageModel? Model { get; init => field = Given.OrNull(value); }

    /// <summary>Gets what counts the tokens of a prompt.</summary>
    /// <value>None by default; then a prompt has at most as many tokens as its UTF-8 form has bytes, and probably a
    /// fourth of them. The tokenizer of these models is <c>o200k_base</c>.</value>
    public Func<string, int>? CountTokens { get; init; }
}
