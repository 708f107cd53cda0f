namespace OpenAIImages.Decoders;

/// <summary>Gathers what one event of a stream says.</summary>
/// <remarks>A value, since there is one for each event, and what gathers those is an object already.</remarks>
internal struct EventCollector : IDisposable
{
    private ImageCollector _image;
    private ExtraCollector _extra;
    private string? _type, _quality, _background, _outputFormat, _safetyIdentifier;
    private DateTimeOffset? _created;
    private ImageSize? _size;
    private ImageUsage? _usage;
    private int _index;
    private EventKind _kindOfType;
    private byte[]? _error;

    /// <summary>Gets or sets what the event is about by its name, which may come before its data or behind
    /// them.</summary>
    public EventKind KindOfName { get; set; }

    /// <summary>Gets the event's picture.</summary>
    public readonly StoredImage Picture => _image.Picture;

    /// <summary>Gets what the event is about, as far as is known by now. Its type counts for more than its
    /// name.</summary>
    public readonly EventKind Kind => _type is null ? KindOfName : _kindOfType;

    /// <summary>Gets whether the event says of itself that it is none of ours, so that only an error in it
    /// matters.</summary>
    public readonly bool IsIrrelevant => _type is not null && Kind == EventKind.Unknown && _error is null;

    /// <summary>Gets the error of one picture of several, as JSON.</summary>
    public readonly byte[]? ErrorOfImage => Kind == EventKind.Failed ? _error : null;

    /// <summary>Gets whether the event has a type of its own.</summary>
    public readonly bool HasType => _type is not null;

    /// <summary>Gets whether the event is a piece of something of which only some pieces are pictures.</summary>
    public readonly bool IsChunk => _type == EventKinds.Chunk;

    /// <summary>Gets why there is no picture where one was to be.</summary>
    public readonly ImageDecodeException? Fault => _image.Fault;

    /// <summary>Gets or sets the images of an event that holds a list of them.</summary>
    public ImageOutput[]? Images { get; set; }

    /// <summary>Notes that what was to be the picture is none.</summary>
    public void Break(ImageDecodeException fault) => _image.Break(fault);

    /// <summary>Takes a picture that has come whole. A second one takes the place of the first.</summary>
    public void Take(StoredImage picture) => _image.Take(picture);

    public void Add(string member, ReadOnlySpan<byte> value)
    {
        switch (member)
        {
            case "type" when JsonMember.ReadString(value) is { } text: TakeType(text); break;
            case "created" or "created_at" when JsonMember.ReadTime(value) is { } time: _created = time; break;
            case "size" when ImageSize.TryParse(JsonMember.ReadString(value), out var size): _size = size; break;
            case "quality" when JsonMember.ReadNonBlank(value) is { } word: _quality = word; break;
            case "background" when JsonMember.ReadNonBlank(value) is { } word: _background = word; break;
            case "output_format" when JsonMember.ReadNonBlank(value) is { } word: _outputFormat = word; break;
            case "safety_identifier" when JsonMember.ReadString(value) is { } text: _safetyIdentifier = text; break;
            case "usage" when JsonMember.IsObject(value): _usage = UsageDecoder.Decode(value); break;
            case "partial_image_index" when JsonMember.ReadInt64(value) is >= 0 and <= int.MaxValue and var index:
                _index = (int)index;
                break;
            case "error" when JsonMember.IsTruthy(value): _error = value.ToArray(); break;
            case "b64_json" or "url" or "revised_prompt": _image.Add(member, value); break;
            default: _extra.Add(member, value); break;
        }
    }

    /// <summary>Gets the error that the event is, as JSON; <see langword="null"/> when it is none.</summary>
    /// <remarks>Beside a picture, which may have been paid for, an error is one more member.</remarks>
    public byte[]? FindError()
    {
        if (Kind == EventKind.Failed)
        {
            _image.Add("error", _error ?? FailureInSuccess.ToJson(_extra.ToFields()));

            return null;
        }

        if (_error is not null)
        {
            _extra.Add("error", _error);
        }

        if (Kind != EventKind.Error && (_error is null || !_image.IsWithheld))
        {
            return null;
        }

        var members = _extra.ToFields();
        members = _type is null ? members : members.With("type", _type);

        return FailureInSuccess.ToJson(members);
    }

    /// <param name="imageIndex">The place of the image among those of the call.</param>
    /// <param name="origin">What is known of the reply that the event came in.</param>
    public PartialImageEvent ToPartial(int imageIndex, in EventOrigin origin)
        => new(_image.ToOutput(origin.Endpoint))
        {
            ImageIndex = imageIndex,
            PartialImageIndex = _index,
            Created = _created,
            Size = _size,
            Quality = _quality is null ? default(ImageQuality?) : new ImageQuality(_quality),
            Background = _background is null ? default(ImageBackground?) : new ImageBackground(_background),
            OutputFormat = _outputFormat is null ? default(ImageFileFormat?) : new ImageFileFormat(_outputFormat),
            RequestId = origin.RequestId,
            ClientRequestId = origin.ClientRequestId,
            PossiblyBilledAttempts = origin.PossiblyBilledAttempts,
            RateLimits = origin.RateLimits,
            Extra = _extra.ToFields(),
        };

    /// <inheritdoc cref="ToPartial"/>
    public CompletedImageEvent ToCompleted(int imageIndex, in EventOrigin origin)
        => new(_image.ToOutput(origin.Endpoint))
        {
            ImageIndex = imageIndex,
            Usage = _usage,
            Created = _created,
            Size = _size,
            Quality = _quality is null ? default(ImageQuality?) : new ImageQuality(_quality),
            Background = _background is null ? default(ImageBackground?) : new ImageBackground(_background),
            OutputFormat = _outputFormat is null ? default(ImageFileFormat?) : new ImageFileFormat(_outputFormat),
            SafetyIdentifier = _safetyIdentifier,
            RequestId = origin.RequestId,
            ClientRequestId = origin.ClientRequestId,
            PossiblyBilledAttempts = origin.PossiblyBilledAttempts,
            RateLimits = origin.RateLimits,
            Extra = _extra.ToFields(),
        };

    public readonly void Dispose() => _image.Dispose();

    // What was completed so far has gone to its destination by now, and cannot be had back from a stream.
    private void TakeType(string type)
    {
        var kind = EventKinds.Parse(type);
        if (_image.HasPicture && Kind == EventKind.Completed && kind is EventKind.Partial or EventKind.Unknown)
        {
            throw new ImageDecodeException(
                "An event is one of a completed image and then, behind the image, of another type.", "type");
        }

        (_type, _kindOfType) = (type, kind);
    }
}
