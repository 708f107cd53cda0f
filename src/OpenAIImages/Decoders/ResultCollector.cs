using System.Text;
using System.Text.Json;
using OpenAIImages.Destinations;
using OpenAIImages.Headers;

namespace OpenAIImages.Decoders;

/// <summary>Collects the members and images of a reply.</summary>
/// <param name="answered">The call that the reply answers.</param>
/// <param name="firstIndex">The index of the first image among those of the call.</param>
internal sealed class ResultCollector(AnsweredCall answered, int firstIndex = 0) : IDisposable
{
    // The service returns at most ten images. An empty item takes far more memory than its three bytes {}, in the
    // reply.
    private const int MaxImages = 256;

    private const string Data = "data";

    private ImageOutput[] _outputs = new ImageOutput[answered.Count is > 0 and <= MaxImages ? answered.Count : 0];
    private List<DestinationEntry>? _uncommitted;
    private ImageCollector _current;
    private ExtraCollector _extra;
    private OutputSettings _settings;
    private ImageUsage? _usage;
    private ImageSvgUsage? _svgUsage;
    private byte[]? _error;
    private ImageDecodeException? _fault;
    private string? _listName;
    private bool _hasData, _replacesList, _hasSeveralLists, _isImageEnded;

    /// <summary>Gets the image that was begun last.</summary>
    public ref ImageCollector Current => ref _current;

    /// <summary>Gets the number of images that were begun.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the index of the image that was begun last among those of the call.</summary>
    public int Index => firstIndex + Count - 1;

    /// <summary>Gets whether the reply has had its list of images, even an empty one, or an error.</summary>
    public bool IsSettled => _hasData || _error is not null;

    /// <summary>Gets whether all requested images have come.</summary>
    public bool IsComplete => Count >= answered.Count && !_current.IsWithheld;

    /// <summary>Begins a list of images. A second list of the same name replaces the first list when it has an image. A
    /// list of another name continues the first list.</summary>
    /// <param name="name">The member that holds the list.</param>
    public void BeginImages(string name = Data)
    {
        EndImage();
        _hasSeveralLists |= Count > 0;
        _replacesList = Count > 0 && name == _listName;
        _listName = name;
        _hasData |= name == Data;
    }

    /// <exception cref="ImageDecodeException">The reply holds too many images.</exception>
    public void BeginImage()
    {
        if (Count == MaxImages)
        {
            throw new ImageDecodeException($"data holds more than {MaxImages} images.", Data);
        }

        if (_replacesList)
        {
            Dispose();
            Count = 0;
            _replacesList = false;
        }

        EndImage();
        if (_current.Stored.Entry is { } entry)
        {
            (_uncommitted ??= new(_outputs.Length)).Add(entry);
        }

        _current = new ImageCollector(Count++);
        _isImageEnded = false;
        _hasData = true;
    }

    /// <summary>Takes several links in place of one. Each link after the first one is another image.</summary>
    public void AddLinks(ReadOnlySpan<byte> links)
    {
        var isFurther = false;
        foreach (var link in JsonMember.ReadElement(links).EnumerateArray())
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
        if (Count == 0 || _isImageEnded)
        {
            return;
        }

        if (Count > _outputs.Length)
        {
            Array.Resize(ref _outputs, Math.Min(Count * 2, MaxImages));
        }

        var output = _current.ToOutput(answered.Options.Endpoint);
        _fault ??= _current.Fault;
        _outputs[Count - 1] = output;
        _isImageEnded = true;

        // Some servers write the same links under two names. The collector drops the copies.
        if (_hasSeveralLists && output is { Link: { } link, Length: 0 }
            && Array.FindIndex(_outputs, 0, Count - 1, other => other.Link == link) >= 0)
        {
            Count--;
        }
    }

    /// <summary>Commits the images that have ended, so that a later fault cannot lose them.</summary>
    public ValueTask CommitAsync(CancellationToken cancellationToken)
        => _uncommitted?.Count > 0 ? CommitAllAsync(cancellationToken) : default;

    /// <summary>Keeps the images that came whole before the reply broke off, and adds them to the record of the
    /// call.</summary>
    public async ValueTask KeepWholeImagesAsync()
    {
        if (Count > 0 && !_current.IsWithheld)
        {
            EndImage();
        }

        var count = _isImageEnded ? Count : Math.Max(0, Count - 1);
        try
        {
            await CommitAsync(CancellationToken.None).ConfigureAwait(false);
            if (_isImageEnded)
            {
                await _current.Stored.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (ImageDestinationException)
        {
            // The caller gets the fault that broke the reply off. The fault of the destination matters less.
            count = Math.Max(0, count - 1);
        }

        if (answered.Record is { } record && count > 0)
        {
            record.Received = [.. _outputs.Take(count)];
        }
    }

    public void Add(string name, ReadOnlySpan<byte> value)
    {
        switch (name)
        {
            case "usage" when JsonMember.IsObject(value): _usage = UsageDecoder.Decode(value); break;
            case "svg_usage" when JsonMember.IsObject(value): _svgUsage = UsageDecoder.DecodeSvg(value); break;
            case "data": break;
            case "error" when JsonMember.IsTruthy(value): _error = value.ToArray(); break;
            default:
                if (!_settings.TryTake(name, value))
                {
                    _extra.Add(name, value);
                }

                break;
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
        await _current.Stored.CommitAsync(cancellationToken).ConfigureAwait(false);

        return _outputs;
    }

    /// <summary>Ends the reply, commits its images and returns them.</summary>
    public async ValueTask<ImageResult> CompleteAsync(CancellationToken cancellationToken)
    {
        EndImage();
        Array.Resize(ref _outputs, Count);
        EnsureNotFailed(_outputs);
        await CommitAsync(cancellationToken).ConfigureAwait(false);
        await _current.Stored.CommitAsync(cancellationToken).ConfigureAwait(false);

        return new ImageResult(_outputs)
        {
            Created = _settings.Created,
            Usage = _usage,
            SvgUsage = _svgUsage,
            Size = _settings.Size,
            Quality = _settings.Quality,
            Background = _settings.Background,
            OutputFormat = _settings.OutputFormat,
            SafetyIdentifier = _settings.SafetyIdentifier,
            RequestId = ReplyHeaders.RequestId(answered.Headers),
            ClientRequestId = answered.Record?.ClientRequestId,
            PossiblyBilledAttempts = answered.Record?.PossiblyBilledBefore ?? 0,
            RateLimits = RateLimitsDecoder.Decode(answered.Headers),
            Extra = _extra.ToFields(),
        };
    }

    public void Dispose()
    {
        _uncommitted?.ForEach(entry => entry.Dispose());
        _uncommitted = null;
        _current.Dispose();
        _current = default;
    }

    private async ValueTask CommitAllAsync(CancellationToken cancellationToken)
    {
        while (_uncommitted!.Count > 0)
        {
            var entry = _uncommitted[0];
            _uncommitted.RemoveAt(0);
            await entry.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void EnsureNotFailed(ImageOutput[] outputs)
    {
        var isEmpty = Array.TrueForAll(outputs, output => output.IsWithheld);
        if (_error is not null)
        {
            // A server that sends an error beside images has made the images, and they may have been paid for.
            _extra.Add("error", isEmpty ? throw answered.ToException(_error) : _error);
        }

        if (!isEmpty)
        {
            return;
        }

        if (_fault is not null)
        {
            throw _fault;
        }

        var members = _extra.ToFields();
        if (FailureInSuccess.Find(members, outputs) is { } failure)
        {
            throw answered.ToException(failure);
        }

        if (outputs.Length == 0 && _settings.Created is null
            && FailureInSuccess.HasMessage(members) && !MissingImage.NamesTask(members))
        {
            throw answered.ToException(FailureInSuccess.ToJson(members));
        }

        if (!_hasData && _settings.Created is null)
        {
            throw MissingImage.ToException(members, answered);
        }
    }
}
