namespace OpenAIImages.Emulator;

/// <summary>The conditions under which a fault strikes a request; a request must meet all of them.</summary>
/// <remarks>Immutable. Without a condition, the fault strikes every request for images.</remarks>
public sealed record FaultConditions
{
    private readonly int? _times;
    private readonly int _skip;
    private readonly double _share = 1;

    /// <summary>Gets the number of requests that the fault strikes before it is over.</summary>
    /// <value>1 or more. <see langword="null"/>, the default, strikes until the failure is disposed of.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int? Times
    {
        get => _times;
        init => _times = value is { } times && times < 1
            ? throw new ArgumentOutOfRangeException(nameof(value), value, "Times must be 1 or more, or null.")
            : value;
    }

    /// <summary>Gets the number of requests that meet the other conditions and pass before the fault strikes the first
    /// one.</summary>
    /// <value>0 or more. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Skip
    {
        get => _skip;
        init => _skip = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Skip must be 0 or more.");
    }

    /// <summary>Gets the words that the prompt must contain, without regard to case.</summary>
    /// <value><see langword="null"/>, the default, accepts any prompt.</value>
    public string? PromptContains { get; init; }

    /// <summary>Gets the name of a header that the request must have, without regard to case.</summary>
    /// <value><see langword="null"/>, the default, requires no header.</value>
    public string? Header { get; init; }

    /// <summary>Gets the value of <see cref="Header"/>, compared exactly.</summary>
    /// <value><see langword="null"/>, the default, accepts any value. The value has no effect when <see cref="Header"/>
    /// is <see langword="null"/>.</value>
    public string? HeaderValue { get; init; }

    /// <summary>Gets the caller's own condition.</summary>
    /// <value><see langword="null"/>, the default, accepts every request.</value>
    /// <remarks>The emulator calls it for one request at a time, in the order of arrival. When it throws, the reply is
    /// a 500 with the exception in the header <c>x-emulator-error</c>.</remarks>
    public Func<ReceivedRequest, bool>? When { get; init; }

    /// <summary>Gets the share of requests that the fault strikes by chance, among those that meet the other
    /// conditions.</summary>
    /// <value>0 to 1. The default is 1: all requests.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public double Share
    {
        get => _share;
        init => _share = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Share must be 0 to 1.");
    }

    /// <summary>Gets the seed of the chance in <see cref="Share"/>: the same seed strikes the same places in the order
    /// of arrival.</summary>
    /// <value>Any number. The default is 0.</value>
    public int Seed { get; init; }

    /// <summary>Gets a value indicating whether the fault also strikes all other requests: for models, links, files,
    /// batches and checks of provenance.</summary>
    /// <value>The default is <see langword="false"/>: only generations, edits and variations, in batches as well.
    /// </value>
    public bool AllRoutes { get; init; }
}
