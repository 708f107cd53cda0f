namespace OpenAIImages.Decoders;

/// <summary>Collects the members of one event of a stream.</summary>
/// <remarks>A struct, so that an event allocates nothing for it: the tokenizer that holds it lives as long as the
/// stream.</remarks>
internal struct EventCollector : IDisposable
{
    private ImageCollector _image;
    private ExtraCollector _extra;
    private OutputSettings _settings;
    private string? _type;
    private ImageUsage? _usage;
    private int _index;
    private EventKind _kindOfType;
    private byte[]? _error;

    /// <summary>Gets or sets the kind by the name of the event, which may come before or behind its data.</summary>
    public EventKind KindOfName { get; set; }

    /// <summary>Gets the event's image.</summary>
    public readonly StoredImage Stored => _image.Stored;

    /// <summary>Gets the kind of the event, as far as it is known by now. The type in its data counts more than its
    /// name.</summary>
    public readonly EventKind Kind => _type is null ? KindOfName : _kindOfType;

    /// <summary>Gets whether the event has a type that is not known, so that only an error in it matters.</summary>
    public readonly bool IsIrrelevant => _type is not null && Kind == EventKind.Unknown && _error is null;

    /// <summary>Gets the error of one image of several, as JSON.</summary>
    public readonly byte[]? ErrorOfImage => Kind == EventKind.Failed ? _error : null;

    /// <summary>Gets whether the event has a type of its own.</summary>
    public readonly bool HasType => _type is not null;

    /// <summary>Gets whether the event is a chunk that holds no image, as some chunks do.</summary>
    public readonly bool IsEmptyChunk => _type == EventKinds.Chunk && _image.IsWithheld && Fault is null;

    /// <summary>Gets why the image cannot be read, if it cannot.</summary>
    public readonly ImageDecodeException? Fault => _image.Fault;

    /// <summary>Gets or sets the images of an event that holds a list of them.</summary>
    public ImageOutput[]? Images { get; set; }

    /// <summary>Notes that the image cannot be read.</summary>
    public void Break(ImageDecodeException fault) => _image.Break(fault);

    /// <summary>Takes an image that has come whole. A second one replaces the first.</summary>
    public void Take(StoredImage stored) => _image.Take(stored);

    public void Add(string member, ReadOnlySpan<byte> value)
    {
        switch (member)
        {
            case "type" when JsonMember.ReadString(value) is { } text: TakeType(text); break;
            case "usage" when JsonMember.IsObject(value): _usage = UsageDecoder.Decode(value); break;
            case "partial_image_index" when JsonMember.ReadInt64(value) is >= 0 and <= int.MaxValue and var index:
                _index = (int)index;
                break;
            case "error" when JsonMember.IsTruthy(value): _error = value.ToArray(); break;
            case "b64_json" or "url" or "revised_prompt": _image.Add(member, value); break;
            default:
                if (!_settings.TryTake(member, value))
                {
                    _extra.Add(member, value);
                }

                break;
        }
    }

    /// <summary>Gets the error that the event is, as JSON; <see langword="null"/> when it is none.</summary>
    /// <remarks>Beside an image, which may have been paid for, an error is kept as an extra field.</remarks>
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

    /// <param name="imageIndex">The index of the image among those of the call.</param>
    /// <param name="origin">The reply that the event came in.</param>
    public PartialImageEvent ToPartial(int imageIndex, in EventOrigin origin)
        => new(_image.ToOutput(origin.Endpoint))
        {
            ImageIndex = imageIndex,
            PartialImageIndex = _index,
            Created = _settings.Created,
            Size = _settings.Size,
            Quality = _settings.Quality,
            Background = _settings.Background,
            OutputFormat = _settings.OutputFormat,
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
            Created = _settings.Created,
            Size = _settings.Size,
            Quality = _settings.Quality,
            Background = _settings.Background,
            OutputFormat = _settings.OutputFormat,
            SafetyIdentifier = _settings.SafetyIdentifier,
            RequestId = origin.RequestId,
            ClientRequestId = origin.ClientRequestId,
            PossiblyBilledAttempts = origin.PossiblyBilledAttempts,
            RateLimits = origin.RateLimits,
            Extra = _extra.ToFields(),
        };

    public readonly void Dispose() => _image.Dispose();

    // An image of a completed event has gone to its destination by now, and a stream cannot take it back.
    private void TakeType(string type)
    {
        var kind = EventKinds.Parse(type);
        if (_image.HasBytes && Kind == EventKind.Completed && kind is EventKind.Partial or EventKind.Unknown)
        {
            throw new ImageDecodeException(
                "An event is one of a completed image and then, behind the image, of another type.", "type");
        }

        (_type, _kindOfType) = (type, kind);
    }
}
