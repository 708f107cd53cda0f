namespace OpenAIImages.Painter;

/// <summary>The prompt of a picture, with its size and format.</summary>
/// <remarks>Immutable. Equal requests give the same bytes.</remarks>
public sealed record PictureRequest
{
    private const int LargestEdge = 8_192;

    private const int MostFrames = 16;

    // A GIF stores the delay of a frame in hundredths of a second, in two bytes.
    private static readonly TimeSpan ShortestFrame = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestFrame = TimeSpan.FromMilliseconds(655_350);

    private readonly int _width = 1_024;
    private readonly int _height = 1_024;
    private readonly int _quality = 100;
    private readonly int _frameCount = 9;
    private readonly TimeSpan _frameDuration = TimeSpan.FromMilliseconds(200);

    /// <summary>Describes a picture of <paramref name="prompt"/>.</summary>
    /// <param name="prompt">The prompt, in English or Chinese.</param>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is empty or only white space.</exception>
    public PictureRequest(string prompt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prompt);
        Prompt = prompt;
    }

    /// <summary>Gets the prompt.</summary>
    public string Prompt { get; }

    /// <summary>Gets the width.</summary>
    /// <value>In pixels, 1 to 8,192. The default is 1,024.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Width
    {
        get => _width;
        init => _width = Edge(value);
    }

    /// <summary>Gets the height.</summary>
    /// <value>In pixels, 1 to 8,192. The default is 1,024.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Height
    {
        get => _height;
        init => _height = Edge(value);
    }

    /// <summary>Gets the file format.</summary>
    /// <value>The default is <see cref="PictureFormat.Png"/>.</value>
    public PictureFormat Format { get; init; }

    /// <summary>Gets the quality of JPEG and WebP files.</summary>
    /// <value>0 (smallest file) to 100 (best picture, the default). Other formats do not use it.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Quality
    {
        get => _quality;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            _quality = value;
        }
    }

    /// <summary>Gets the number of frames of a GIF.</summary>
    /// <value>2 to 16. The default is 9. Other formats do not use it.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int FrameCount
    {
        get => _frameCount;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostFrames);
            _frameCount = value;
        }
    }

    /// <summary>Gets the display time of each frame of a GIF.</summary>
    /// <value>10 ms to 655,350 ms, rounded to 10 ms. The default is 200 ms. Other formats do not use it.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan FrameDuration
    {
        get => _frameDuration;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, ShortestFrame);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestFrame);
            _frameDuration = value;
        }
    }

    /// <summary>
    /// Gets a value indicating whether the picture shows only the subjects, on a transparent background.
    /// </summary>
    /// <value>The default is <see langword="false"/>. JPEG has no transparency and ignores it.</value>
    public bool Transparent { get; init; }

    /// <summary>Gets the number of the variant, for several pictures of the same prompt.</summary>
    /// <value>Any number. Each number gives another arrangement. The default is 0.</value>
    public int Variant { get; init; }

    private static int Edge(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LargestEdge);

        return value;
    }
}
