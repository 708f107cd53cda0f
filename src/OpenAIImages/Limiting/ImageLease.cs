using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace OpenAIImages.Limiting;

/// <summary>The leave to send one attempt; disposed of when the attempt has ended.</summary>
internal sealed class ImageLease : RateLimitLease
{
    private readonly SharedPacer? _pace;
    private readonly TimeSpan? _retryAfter;
    private bool _isEnded;

    private ImageLease(SharedPacer? pace, TimeSpan? retryAfter) => (_pace, _retryAfter) = (pace, retryAfter);

    public override bool IsAcquired => _pace is not null;

    public override IEnumerable<string> MetadataNames
        => _retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

    /// <summary>Gets how many images it was asked for.</summary>
    public int Asked { get; private init; }

    /// <summary>Gets how many images count in the window; none once they have been given back.</summary>
    public int Images { get; private set; }

    /// <summary>Gets until when it counts, on the clock of its pace.</summary>
    public TimeSpan Until { get; private init; }

    public static ImageLease Granted(SharedPacer pace, int images, TimeSpan until)
        => new(pace, retryAfter: null) { Asked = images, Images = images, Until = until };

    public static ImageLease Refused(TimeSpan retryAfter) => new(pace: null, retryAfter);

    /// <summary>Says that the attempt ended without being sent, so that others may have its place.</summary>
    public void GiveBack() => _pace?.GiveBack(this);

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? _retryAfter : null;

        return metadata is not null;
    }

    /// <summary>Takes its images out of the count; of the pace, under its lock.</summary>
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
            _pace?.End(this);
        }

        base.Dispose(disposing);
    }
}
