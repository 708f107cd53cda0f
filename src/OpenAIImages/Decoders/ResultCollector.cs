using System.Text;
using System.Text.Json;
using OpenAIImages.Destinations;
using OpenAIImages.Headers;

namespace OpenAIImages.Decoders;

/// <summary>Gathers what a reply says of all its images.</summary>
/// <param name="facts">What is known of the reply besides.</param>
/// <param name="first">How many images have come before these.</param>
internal sealed class ResultCollector(ReplyFacts facts, int first = 0) : IDisposable
{
    // The service makes ten at most. An image without a picture costs us far more than the three bytes of {},
    private const int MostImages = 256;

    private const string Data = "data";

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
    private ImageDecodeException? _fault;
    private string? _list;
    private bool _hasData, _isNewList, _isSecondList, _hasEnded;

    /// <summary>Gets the image that was begun last.</summary>
    public ref ImageCollector Current => ref _current;

    /// <summary>Gets how many images were begun.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the place of the image that was begun last among those of the call.</summary>
    public int Index => first + Count - 1;

    /// <summary>Gets whether the reply has said what it has to say: images, that there are none, or an error.</summary>
    public bool IsSettled => _hasData || _error is not null;

    /// <summary>Gets whether all images that were asked for have come.</summary>
    public bool IsAll => Count >= facts.Count && !_current.IsWithheld;

    /// <summary>Begins a list of images. One of the same name takes the place of the first, once it has an image; one
    /// of another name goes on with it.</summary>
    /// <param name="name">The member that holds it.</param>
    public void BeginImages(string name = Data)
    {
        EndImage();
        _isSecondList |= Count > 0;
        _isNewList = Count > 0 && name == _list;
        _list = name;
        _hasData |= name == Data;
    }

    /// <exception cref="ImageDecodeException">There are too many.</exception>
    public void BeginImage()
    {
        if (Count == MostImages)
        {
            throw new ImageDecodeException($"data holds more than {MostImages} images.", Data);
        }

        if (_isNewList)
        {
            Dispose();
            Count = 0;
            _isNewList = false;
        }

        EndImage();
        if (_current.Picture.Place is { } place)
        {
            (_earlier ??= new(_outputs.Length)).Add(place);
        }

        _current = new ImageCollector(Count++);
        _hasEnded = false;
        _hasData = true;
    }

    /// <summary>Takes links in place of one: the others are further images.</summary>
    public void AddLinks(ReadOnlySpan<byte> links)
    {
        var isFurther = false;
        foreach (var link in JsonMember.Element(links).EnumerateArray())
        {
            if (link.ValueKind != JsonValueKind.String)
            {
                continue;
            }

            if (isFurther)
            {
                BeginImage();
            }

            Current.Add("url", Encoding.UTF8.GetBytes(link.GetRawText()));
            isFurther = true;
        }
    }

    /// <summary>Ends the image that was begun last.</summary>
    public void EndImage()
    {
        if (Count == 0 || _hasEnded)
        {
            return;
        }

        if (Count > _outputs.Length)
        {
            Array.Resize(ref _outputs, Math.Min(Count * 2, MostImages));
        }

        var output = _current.ToOutput(facts.Options.Endpoint);
        _fault ??= _current.Fault;
        _outputs[Count - 1] = output;
        _hasEnded = true;

        // Some servers write the same links under two names.
        if (_isSecondList && output is { Link: { } link, Length: 0 }
            && Array.FindIndex(_outputs, 0, Count - 1, other => other.Link == link) >= 0)
        {
            Count--;
        }
    }

    /// <summary>Makes the images last that have ended, so that nothing that follows can lose them.</summary>
    public ValueTask CommitAsync(CancellationToken cancellationToken)
        => _earlier?.Count > 0 ? CommitEarlierAsync(cancellationToken) : default;

    /// <summary>Keeps the images that came whole before the reply broke off, and tells the call of them.</summary>
    public async ValueTask KeepAsync()
    {
        if (Count > 0 && !_current.IsWithheld)
        {
            EndImage();
        }

        var whole = _hasEnded ? Count : Math.Max(0, Count - 1);
        try
        {
            await CommitAsync(CancellationToken.None).ConfigureAwait(false);
            if (_hasEnded)
            {
                await _current.Picture.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (ImageDestinationException)
        {
            // The fault that broke the reply off is told; a place that cannot be written is the lesser one.
            whole = Math.Max(0, whole - 1);
        }

        if (facts.Call is { } call && whole > 0)
        {
            call.Received = [.. _outputs.Take(whole)];
        }
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
            case "data": break;
            case "error" when JsonMember.IsTruthy(value): _error = value.ToArray(); break;
            default: _extra.Add(name, value); break;
        }
    }

    /// <summary>Ends a list of images that is not a whole reply.</summary>
    public async ValueTask<ImageOutput[]> CompleteImagesAsync(CancellationToken cancellationToken)
    {
        EndImage();
        Array.Resize(ref _outputs, Count);
        if (_fault is not null && Array.TrueForAll(_outputs, output => output.IsWithheld))
        {
            throw _fault;
        }

        await CommitAsync(cancellationToken).ConfigureAwait(false);
        await _current.Picture.CommitAsync(cancellationToken).ConfigureAwait(false);

        return _outputs;
    }

    /// <summary>Ends the reply: the images are made to last and handed over.</summary>
    public async ValueTask<ImageResult> CompleteAsync(CancellationToken cancellationToken)
    {
        EndImage();
        Array.Resize(ref _outputs, Count);
        EnsureWorthReturning(_outputs);
        await CommitAsync(cancellationToken).ConfigureAwait(false);
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

    private async ValueTask CommitEarlierAsync(CancellationToken cancellationToken)
    {
        while (_earlier!.Count > 0)
        {
            var place = _earlier[0];
            _earlier.RemoveAt(0);
            await place.CommitAsync(cancellationToken).ConfigureAwait(false);
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

        if (!isEmpty)
        {
            return;
        }

        if (_fault is not null)
        {
            throw _fault;
        }

        var said = _extra.ToFields();
        if (FailureSigns.Find(said, outputs) is { } failure)
        {
            throw facts.Refuse(failure);
        }

        if (outputs.Length == 0 && _created is null && FailureSigns.IsTold(said) && !NoPicture.IsTask(said))
        {
            throw facts.Refuse(FailureSigns.Write(said));
        }

        if (!_hasData && _created is null)
        {
            throw NoPicture.In(said, facts);
        }
    }
}
