namespace OpenAIImages.Emulator;

/// <summary>Conditions that a request meets, all of them, to be struck by a fault.</summary>
/// <remarks>Immutable. Without a condition it strikes every request for images.</remarks>
public sealed record FaultConditions
{
    private readonly int? _times;
    private readonly int _skip;
    private readonly double _share = 1;

    /// <summary>Gets how many requests the fault strikes before it is over.</summary>
    /// <value>1 or more. <see langword="null"/>, the default, strikes until the failure is disposed of.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int? Times
    {
        get => _times;
        init => _times = value is { } times && times < 1
            ? throw new ArgumentOutOfRangeException(nameof(value), value, "Times must be 1 or more, or null.")
            : value;
    }

    /// <summary>Gets how many requests that meet the other conditions pass before the first is struck.</summary>
    /// <value>0 or more. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Skip
    {
        get => _skip;
        init => _skip = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Skip must be 0 or more.");
    }

    /// <summary>Gets words that the prompt contains, without regard to case.</summary>
    /// <value><see langword="null"/>, the default, looks at no prompt.</value>
    public string? PromptContains { get; init; }

    /// <summary>Gets the name of a header that the request has, without regard to case.</summary>
    /// <value><see langword="null"/>, the default, looks at no header.</value>
    public string? Header { get; init; }

    /// <summary>Gets the value of <see cref="Header"/>, compared exactly.</summary>
    /// <value><see langword="null"/>, the default, takes any value. Without effect when <see cref="Header"/> is
    /// <see langword="null"/>.</value>
    public string? HeaderValue { get; init; }

    /// <summary>Gets a condition of the caller's own.</summary>
    /// <value><see langword="null"/>, the default, is met by every request.</value>
    /// <remarks>Called for one request at a time, in the order of arrival. When it throws, the reply is a 500 with the
    /// exception in the header <c>x-emulator-error</c>.</remarks>
    public Func<ReceivedRequest, bool>? When { get; init; }

    /// <summary>Gets which part of the requests that meet the other conditions is struck, by chance.</summary>
    /// <value>0 to 1. The default is 1: all of them.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public double Share
    {
        get => _share;
        init => _share = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Share must be 0 to 1.");
    }

    /// <summary>Gets the seed of that chance: the same seed strikes the same places in the order of arrival.</summary>
    /// <value>Any number. The default is 0.</value>
    public int Seed { get; init; }

    /// <summary>Gets a value indicating whether the fault strikes all other requests, too: for models, links,
    /// files, batches and checks of provenance.</summary>
    /// <value>The default is <see langword="false"/>: generations, edits and variations alone, in batches as well.
    /// </value>
    public bool AllRoutes { get; init; }
}
