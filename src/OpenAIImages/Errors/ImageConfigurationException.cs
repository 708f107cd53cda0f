namespace OpenAIImages;

/// <summary>The options of a client are wrong, so that it cannot call.</summary>
/// <remarks>
/// Nothing was sent, and nothing billed. A host that starts with wrong options says the same at its start, by an
/// <see cref="Microsoft.Extensions.Options.OptionsValidationException"/>.
/// </remarks>
public sealed class ImageConfigurationException : ImageClientException
{
    /// <summary>Lists what is wrong.</summary>
    /// <param name="faults">What is wrong, a sentence each.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="faults"/> is <see langword="null"/>.</exception>
    public ImageConfigurationException(IReadOnlyList<string> faults, Exception? innerException = null)
        : base(string.Join(" ", Guard.NotNull(faults)), innerException)
        => Faults = faults;

    /// <summary>Gets what is wrong, a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; }
}
