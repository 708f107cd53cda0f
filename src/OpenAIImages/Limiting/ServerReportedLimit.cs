namespace OpenAIImages.Limiting;

/// <summary>One limit that the service reported in its headers, minus the calls sent since then.</summary>
/// <param name="dimension">The dimension of the limit in the service's word, such as <c>images</c>.</param>
/// <param name="left">The rest of the limit.</param>
/// <param name="until">The time at which the whole limit is available again.</param>
internal sealed class ServerReportedLimit(string dimension, long left, TimeSpan until)
{
    private long _left = left;

    public TimeSpan Until { get; } = until;

    /// <summary>Returns the part of a limit that some calls use up. It is 0 for limits on tokens and others, whose use
    /// is not known beforehand.</summary>
    public static long Cost(string dimension, int images, int calls)
        => dimension switch { "images" => images, "requests" => calls, _ => 0 };

    /// <summary>Returns whether a request must wait for <see cref="Until"/>.</summary>
    public bool Stops(PermitRequest request, TimeSpan now)
        => now < Until && _left < Math.Max(Cost(dimension, request.Images, calls: 1), 1);

    /// <summary>Counts a request that is sent.</summary>
    public void Take(PermitRequest request) => _left -= Cost(dimension, request.Images, calls: 1);
}
