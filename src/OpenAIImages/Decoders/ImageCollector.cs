namespace OpenAIImages.Decoders;

/// <summary>Gathers what a reply says of one image.</summary>
/// <param name="index">Its place in the list of images; <see langword="null"/> when it is the only one and its members
/// stand at the top.</param>
internal sealed class ImageCollector(int? index) : IDisposable
{
    private ExtraCollector _extra;
    private StoredPicture _picture;
    private PictureSink? _sink;
    private Uri? _link;
    private string? _revisedPrompt;
    private IReadOnlyList<ImageContentFilterResult> _contentFilters = [];
    private IReadOnlyList<ImageContentFilterResult> _promptFilters = [];

    /// <summary>Gets whether there is a picture by now.</summary>
    public bool HasPicture => _picture.Length > 0;

    /// <summary>Gets whether there is no image by now, neither its bytes nor a link.</summary>
    public bool IsWithheld => !HasPicture && _link is null;

    /// <summary>Gets the name of a member of this image, for errors.</summary>
    public string NameOf(string member) => index is null ? member : $"data[{index}].{member}";

    /// <summary>Takes the picture that a sink has completed. A second one takes the place of the first.</summary>
    public void Take(PictureSink sink, StoredPicture picture)
    {
        // Some servers write an empty string beside the real thing.
        if (picture.Length == 0)
        {
            sink.Dispose();

            return;
        }

        _sink?.Dispose();
        _sink = sink;
        _picture = picture;
    }

    public void Add(string name, ReadOnlySpan<byte> value)
    {
        switch (name)
        {
            case "url" when JsonMember.Text(value) is { Length: > 0 } text:
                _link = Uri.TryCreate(text, UriKind.Absolute, out var link)
                    ? link
                    : throw new ImageDecodeException($"{NameOf(name)} is not an absolute link.", NameOf(name));
                break;
            case "revised_prompt" when JsonMember.Text(value) is { } text: _revisedPrompt = text; break;
            case "content_filter_results" when JsonMember.IsObject(value): _contentFilters = Filters(value); break;
            case "prompt_filter_results" when JsonMember.IsObject(value): _promptFilters = Filters(value); break;
            case "b64_json" when !JsonMember.IsNull(value):
                throw new ImageDecodeException($"{NameOf(name)} is not a string.", NameOf(name));
            default: _extra.Add(name, value); break;
        }
    }

    public ImageOutput ToOutput() => new()
    {
        Bytes = _picture.Bytes,
        Length = _picture.Length,
        MediaType = _picture.MediaType,
        SavedPath = _picture.SavedPath,
        Link = _link,
        RevisedPrompt = _revisedPrompt,
        ContentFilterResults = _contentFilters,
        PromptFilterResults = _promptFilters,
        Extra = _extra.ToFields(),
    };

    /// <summary>Puts the picture where it belongs, if it is still in memory.</summary>
    public async ValueTask MoveToAsync(
        ImageDestination destination, int place, CancellationToken cancellationToken)
    {
        if (_picture.Bytes.IsEmpty)
        {
            return;
        }

        var sink = new DestinationSink(destination, place);
        _sink?.Dispose();
        _sink = sink;
        await sink.WriteAsync(_picture.Bytes, cancellationToken).ConfigureAwait(false);
        _picture = await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask CommitAsync(CancellationToken cancellationToken)
        => _sink?.CommitAsync(cancellationToken) ?? default;

    public void Dispose() => _sink?.Dispose();

    private static IReadOnlyList<ImageContentFilterResult> Filters(ReadOnlySpan<byte> value)
        => ContentFilterResultsDecoder.Decode(JsonMember.Element(value));
}
