using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace OpenAIImages.Limiting;

/// <summary>The lease of one attempt, which the strategy disposes of when the attempt has ended.</summary>
internal sealed class ImageLease : RateLimitLease
{
    private readonly SharedPacer? _pacer;
    private readonly TimeSpan? _retryAfter;
    private bool _isEnded;

    private ImageLease(SharedPacer? pacer, TimeSpan? retryAfter) => (_pacer, _retryAfter) = (pacer, retryAfter);

    public override bool IsAcquired => _pacer is not null;

    public override IEnumerable<string> MetadataNames
        => _retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

    /// <summary>Gets the number of images that the attempt asks for.</summary>
    public int Asked { get; private init; }

    /// <summary>Gets the number of images that count in the window; 0 after they were given back.</summary>
    public int Images { get; private set; }

    /// <summary>Gets the time until which the images count, on the clock of the pacer.</summary>
    public TimeSpan Until { get; private init; }

    public static ImageLease Granted(SharedPacer pacer, int images, TimeSpan until)
        => new(pacer, retryAfter: null) { Asked = images, Images = images, Until = until };

    public static ImageLease Refused(TimeSpan retryAfter) => new(pacer: null, retryAfter);

    /// <summary>Records that the attempt was not sent, so that its images do not count.</summary>
    public void GiveBack() => _pacer?.GiveBack(this);

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? _retryAfter : null;

        return metadata is not null;
    }

    /// <summary>Sets <see cref="Images"/> to 0 and returns the old value. The pacer calls this under its
    /// lock.</summary>
    internal int TakeImages()
    {
        var images = Images;
        Images = 0;

        return images;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isEnded)
        {
            _isEnded = true;
            _pacer?.End(this);
        }

        base.Dispose(disposing);
    }
}
