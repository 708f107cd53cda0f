using OpenAIImages.Destinations;
using OpenAIImages.Headers;

namespace OpenAIImages.Decoders;

/// <summary>Gathers what a reply says of all its images.</summary>
internal sealed class ResultCollector(ReplyFacts facts) : IDisposable
{
    // The service makes ten at most. An image without a picture costs us far more than the three bytes of {},
    private const int MostImages = 256;

    private ImageOutput[] _outputs = new ImageOutput[facts.Count is > 0 and <= MostImages ? facts.Count : 0];
    private List<DestinationEntry>? _earlier;
    private ImageCollector _current;
    private ExtraCollector _extra;
    private DateTimeOffset? _created;
    private ImageSize? _size;
    private string? _quality, _background, _outputFormat, _safetyIdentifier;
    private ImageUsage? _usage;
    private ImageSvgUsage? _svgUsage;
    private byte[]? _error;
    private bool _hasData;

    /// <summary>Gets the image that was begun last.</summary>
    public ref ImageCollector Current => ref _current;

    /// <summary>Gets how many images were begun.</summary>
    public int Count { get; private set; }

    /// <summary>Begins the list of images. A second list takes the place of the first.</summary>
    public void BeginImages()
    {
        Dispose();
        Count = 0;
        _hasData = true;
    }

    /// <exception cref="ImageDecodeException">There are too many.</exception>
    public void BeginImage()
    {
        if (Count == MostImages)
        {
            throw new ImageDecodeException($"data holds more than {MostImages} images.", "data");
        }

        EndImage();
        if (_current.Picture.Place is { } place)
        {
            (_earlier ??= new(_outputs.Length)).Add(place);
        }

        _current = new ImageCollector(Count++);
    }

    public void Add(string name, ReadOnlySpan<byte> value)
    {
        switch (name)
        {
            case "created" when JsonMember.Time(value) is { } time: _created = time; break;
            case "size" when ImageSize.TryParse(JsonMember.Text(value), out var size): _size = size; break;
            case "quality" when JsonMember.Word(value) is { } word: _quality = word; break;
            case "background" when JsonMember.Word(value) is { } word: _background = word; break;
            case "output_format" when JsonMember.Word(value) is { } word: _outputFormat = word; break;
            case "safety_identifier" when JsonMember.Text(value) is { } text: _safetyIdentifier = text; break;
            case "usage" when JsonMember.IsObject(value): _usage = UsageDecoder.Decode(value); break;
            case "svg_usage" when JsonMember.IsObject(value): _svgUsage = UsageDecoder.DecodeSvg(value); break;
            case "error" when JsonMember.IsTruthy(value): _error = value.ToArray(); break;
            default: _extra.Add(name, value); break;
        }
    }

    /// <summary>Ends the reply: the images are made to last and handed over.</summary>
    public async ValueTask<ImageResult> CompleteAsync(CancellationToken cancellationToken)
    {
        EndImage();
        Array.Resize(ref _outputs, Count);
        EnsureWorthReturning(_outputs);
        for (var i = 0; i < _earlier?.Count; i++)
        {
            await _earlier[i].CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        await _current.Picture.CommitAsync(cancellationToken).ConfigureAwait(false);

        return new ImageResult(_outputs)
        {
            Created = _created,
            Usage = _usage,
            SvgUsage = _svgUsage,
            Size = _size,
            Quality = _quality is null ? default(ImageQuality?) : new ImageQuality(_quality),
            Background = _background is null ? default(ImageBackground?) : new ImageBackground(_background),
            OutputFormat = _outputFormat is null ? default(ImageFileFormat?) : new ImageFileFormat(_outputFormat),
            SafetyIdentifier = _safetyIdentifier,
            RequestId = ReplyHeaders.RequestId(facts.Headers),
            ClientRequestId = facts.Call?.ClientRequestId,
            PossiblyBilledAttempts = facts.Call?.PossiblyBilledBefore ?? 0,
            RateLimits = RateLimitsDecoder.Decode(facts.Headers),
            Extra = _extra.ToFields(),
        };
    }

    public void Dispose()
    {
        _earlier?.ForEach(place => place.Dispose());
        _earlier = null;
        _current.Dispose();
        _current = default;
    }

    private void EndImage()
    {
        if (Count > _outputs.Length)
        {
            Array.Resize(ref _outputs, Math.Min(Count * 2, MostImages));
        }

        if (Count > 0)
        {
            _outputs[Count - 1] = _current.ToOutput();
        }
    }

    private void EnsureWorthReturning(ImageOutput[] outputs)
    {
        var isEmpty = Array.TrueForAll(outputs, output => output.IsWithheld);
        if (_error is not null)
        {
            // A server that sends an error beside images has made something, and it may have been paid for.
            _extra.Add("error", isEmpty ? throw facts.Refuse(_error) : _error);
        }

        if (!_hasData)
        {
            throw new ImageDecodeException("The reply holds no data: is the endpoint one of the Images API?", "data");
        }

        if (isEmpty && Array.FindIndex(outputs, output => output.Extra.Count == 0) is >= 0 and var index)
        {
            throw new ImageDecodeException($"data[{index}] holds neither b64_json nor url.", $"data[{index}]");
        }
    }
}
