namespace OpenAIImages.Diagnostics;

/// <summary>Says that one of the service's limits runs low, once until it has recovered.</summary>
internal sealed class LowLimitLogger(Log? log)
{
    // Lower than a tenth: late enough not to be noise, early enough to do something.
    private const int Tenth = 10;

    // A bit for each limit that has been told of. Two calls at once may tell of it twice.
    private volatile int _told;

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
        if (isLow && (_told & bit) == 0)
        {
            log?.LimitIsLow(left, most, limit.Dimension, limit.ResetAfter);
        }

        _told = isLow ? _told | bit : _told & ~bit;
    }
}
