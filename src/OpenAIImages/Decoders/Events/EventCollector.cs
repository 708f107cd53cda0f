namespace OpenAIImages.Decoders;

/// <summary>Collects the members of one event of a stream.</summary>
/// <remarks>The collector is a struct, so an event allocates no object for it. Its tokenizer lives as long as the
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

    /// <summary>Gets or sets the kind that follows from the event's name, which may come before or after its
    /// data.</summary>
    public EventKind KindOfName { get; set; }

    /// <summary>Gets the event's image.</summary>
    public readonly StoredImage Stored => _image.Stored;

    /// <summary>Gets the kind of the event, as far as it is known. The type in the data has priority over the
    /// name.</summary>
    public readonly EventKind Kind => _type is null ? KindOfName : _kindOfType;

    /// <summary>Gets whether the event has an unknown type, so that only an error in it matters.</summary>
    public readonly bool IsIrrelevant => _type is not null && Kind == EventKind.Unknown && _error is null;

    /// <summary>Gets the error of one image of several, as JSON.</summary>
    public readonly byte[]? ErrorOfImage => Kind == EventKind.Failed ? _error : null;

    /// <summary>Gets whether the event has a type of its own.</summary>
    public readonly bool HasType => _type is not null;

    /// <summary>Gets whether the event is a chunk without an image.</summary>
    public readonly bool IsEmptyChunk => _type == EventKinds.Chunk && _image.IsWithheld && Fault is null;

    /// <summary>Gets the fault that makes the image unreadable, if there is one.</summary>
    public readonly ImageDecodeException? Fault => _image.Fault;

    /// <summary>Gets or sets the images of an event that holds a list of them.</summary>
    public ImageOutput[]? Images { get; set; }

    /// <summary>Records that the image cannot be read.</summary>
    public void Break(ImageDecodeException fault) => _image.Break(fault);

    /// <summary>Takes an image that has come whole. A second image replaces the first.</summary>
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

    /// <summary>Gets the error of an event that is an error, as JSON; otherwise <see langword="null"/>.</summary>
    /// <remarks>An error beside an image, which may have been paid for, becomes an extra field.</remarks>
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
    /// <param name="origin">The reply with the event.</param>
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
                "An event begins as that of a completed image, and has another type after the image.", "type");
        }

        (_type, _kindOfType) = (type, kind);
    }
}
