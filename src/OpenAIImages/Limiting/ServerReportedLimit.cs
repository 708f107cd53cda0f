namespace OpenAIImages.Limiting;

/// <summary>One limit that the service reported in its headers, less what was sent since.</summary>
/// <param name="dimension">What is limited, in the service's word, such as <c>images</c>.</param>
/// <param name="left">How much is left.</param>
/// <param name="until">When the whole limit is available again.</param>
internal sealed class ServerReportedLimit(string dimension, long left, TimeSpan until)
{
    private long _left = left;

    public TimeSpan Until { get; } = until;

    /// <summary>Returns how much of a limit some calls use up. For limits on tokens and others, which cannot be told
    /// beforehand, that is 0.</summary>
    public static long Cost(string dimension, int images, int calls)
        => dimension switch { "images" => images, "requests" => calls, _ => 0 };

    /// <summary>Finds out whether a request must wait for <see cref="Until"/>.</summary>
    public bool Stops(PermitRequest request, TimeSpan now)
        => now < Until && _left < Math.Max(Cost(dimension, request.Images, calls: 1), 1);

    /// <summary>Counts a request that is sent.</summary>
    public void Take(PermitRequest request) => _left -= Cost(dimension, request.Images, calls: 1);
}
