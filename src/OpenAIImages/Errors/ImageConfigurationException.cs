namespace OpenAIImages;

/// <summary>The options of a client are wrong, so the client cannot make calls.</summary>
/// <remarks>
/// Nothing was sent or billed. A host throws an <see cref="Microsoft.Extensions.Options.OptionsValidationException"/>
/// at its start instead.
/// </remarks>
public sealed class ImageConfigurationException : ImageClientException
{
    /// <summary>Makes an exception with the faults of the options.</summary>
    /// <param name="faults">The faults, a sentence each.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="faults"/> is <see langword="null"/>.</exception>
    public ImageConfigurationException(IReadOnlyList<string> faults, Exception? innerException = null)
        : base(string.Join(" ", Guard.NotNull(faults)), innerException)
        => Faults = faults;

    /// <summary>Gets the faults, a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; }
}
