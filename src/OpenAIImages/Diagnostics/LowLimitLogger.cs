namespace OpenAIImages.Diagnostics;

/// <summary>Warns in the log when one of the service's limits runs low. It warns again only after the limit has
/// recovered.</summary>
internal sealed class LowLimitLogger(Log? log)
{
    // The warning comes below a tenth of the limit: late enough to be rare, and early enough for a reaction.
    private const int Tenth = 10;

    // The field has a bit for each limit with a warning. Two calls at the same time may warn twice.
    private volatile int _warned;

    /// <summary>Warns of each limit that runs low.</summary>
    public void Check(ImageRateLimits? limits)
    {
        if (limits is not null)
        {
            Check(limits.Images, 1);
            Check(limits.InputImages, 2);
            Check(limits.Requests, 4);
            Check(limits.Tokens, 8);
        }
    }

    private void Check(ImageRateLimit? limit, int bit)
    {
        if (limit is not { Limit: > 0 and var most, Remaining: { } left })
        {
            return;
        }

        var isLow = left < most / (double)Tenth;
        if (isLow && (_warned & bit) == 0)
        {
            log?.LimitIsLow(left, most, limit.Dimension, limit.ResetAfter);
        }

        _warned = isLow ? _warned | bit : _warned & ~bit;
    }
}
