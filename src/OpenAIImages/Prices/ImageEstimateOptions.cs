namespace OpenAIImages;

/// <summary>The facts that an estimate needs and a request does not state.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ImageEstimateOptions
{
    /// <summary>Gets the model of a request that names no model.</summary>
    /// <value>None by default. Such a request then has no figures.</value>
    public ImageModel? Model { get; init => field = Given.OrNull(value); }

    /// <summary>Gets the function that counts the tokens of a prompt.</summary>
    /// <value>None by default. The estimate then assumes at most one token for each UTF-8 byte of the prompt, and
    /// probably one for four bytes. The tokenizer of these models is <c>o200k_base</c>.</value>
    public Func<string, int>? CountTokens { get; init; }
}
