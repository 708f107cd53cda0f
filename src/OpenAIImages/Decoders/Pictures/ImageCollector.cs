using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Decoders;

/// <summary>Gathers what a reply says of one image.</summary>
/// <param name="index">Its place in the list of images; <see langword="null"/> when it is the only one and its members
/// stand at the top.</param>
/// <remarks>A value, since there is one for each image and each event, and what gathers those is an object already.
/// </remarks>
internal struct ImageCollector(int? index) : IDisposable
{
    private ExtraCollector _extra;
    private StoredPicture _picture;
    private Uri? _link;
    private string? _revisedPrompt;
    private IReadOnlyList<ImageContentFilterResult>? _contentFilters;
    private IReadOnlyList<ImageContentFilterResult>? _promptFilters;

    /// <summary>Gets the picture that has come.</summary>
    public readonly StoredPicture Picture => _picture;

    /// <summary>Gets whether there is a picture by now.</summary>
    public readonly bool HasPicture => _picture.Length > 0;

    /// <summary>Gets whether there is no image by now, neither its bytes nor a link.</summary>
    public readonly bool IsWithheld => !HasPicture && _link is null;

    /// <summary>Gets the name of a member of this image, for errors.</summary>
    public readonly string NameOf(string member) => index is null ? member : $"data[{index}].{member}";

    /// <summary>Takes a picture that has come whole. A second one takes the place of the first.</summary>
    public void Take(StoredPicture picture)
    {
        // Some servers write an empty string beside the real thing.
        if (picture.Length > 0)
        {
            _picture.Dispose();
            _picture = picture;
        }
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

    public readonly ImageOutput ToOutput() => new()
    {
        Bytes = _picture.Bytes,
        Length = _picture.Length,
        MediaType = _picture.MediaType,
        SavedPath = _picture.SavedPath,
        Link = _link,
        RevisedPrompt = _revisedPrompt,
        ContentFilterResults = _contentFilters ?? [],
        PromptFilterResults = _promptFilters ?? [],
        Extra = _extra.ToFields(),
    };

    public readonly void Dispose() => _picture.Dispose();

    private static IReadOnlyList<ImageContentFilterResult> Filters(ReadOnlySpan<byte> value)
        => ContentFilterResultsDecoder.Decode(JsonMember.Element(value));
}
