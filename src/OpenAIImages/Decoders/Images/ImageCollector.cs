using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Decoders;

/// <summary>Collects the members of one image.</summary>
/// <param name="index">The index of the image in the list; <see langword="null"/> for a single image whose members are
/// at the top.</param>
/// <remarks>The collector is a struct, so an image or an event allocates no object for it.</remarks>
internal struct ImageCollector(int? index) : IDisposable
{
    private ExtraCollector _extra;
    private StoredImage _stored;
    private Uri? _link;
    private string? _relativeLink;
    private ImageDecodeException? _fault;
    private string? _revisedPrompt;
    private IReadOnlyList<ImageContentFilterResult>? _contentFilters;
    private IReadOnlyList<ImageContentFilterResult>? _promptFilters;

    /// <summary>Gets the image that has come.</summary>
    public readonly StoredImage Stored => _stored;

    /// <summary>Gets whether the bytes of the image have come.</summary>
    public readonly bool HasBytes => _stored.Length > 0;

    /// <summary>Gets whether neither bytes nor a link have come.</summary>
    public readonly bool IsWithheld => !HasBytes && _link is null && _relativeLink is null;

    /// <summary>Gets the fault that makes the image unreadable, if there is one.</summary>
    public readonly ImageDecodeException? Fault => HasBytes || _link is not null ? null : _fault;

    /// <summary>Returns the name of a member of this image for errors.</summary>
    public readonly string NameOf(string member) => index is null ? member : $"data[{index}].{member}";

    /// <summary>Takes bytes that have come whole. Later bytes replace earlier bytes.</summary>
    public void Take(StoredImage stored)
    {
        // Some servers write an empty string beside the real image.
        if (stored.Length > 0)
        {
            _stored.Dispose();
            _stored = stored;
        }
    }

    public void Add(string name, ReadOnlySpan<byte> value)
    {
        switch (name)
        {
            case "url" or "b64_json" when JsonMember.ReadString(value) is { Length: > 0 } text: TakeLink(text); break;
            case "revised_prompt" when JsonMember.ReadString(value) is { } text: _revisedPrompt = text; break;
            case "content_filter_results" when JsonMember.IsObject(value): _contentFilters = Filters(value); break;
            case "prompt_filter_results" when JsonMember.IsObject(value): _promptFilters = Filters(value); break;
            case "b64_json" when !JsonMember.IsNull(value):
                _extra.Add(name, value);
                Break(new ImageDecodeException($"{NameOf(name)} is not a string.", NameOf(name)));
                break;
            default: _extra.Add(name, value); break;
        }
    }

    /// <summary>Records that the image cannot be read. Another member may still contain it.</summary>
    public void Break(ImageDecodeException fault) => _fault ??= fault;

    /// <param name="endpoint">The address of the service, the base of relative links.</param>
    public ImageOutput ToOutput(Uri endpoint)
    {
        if (_relativeLink is not null)
        {
            // Beside the bytes of the image, the text need not be a link.
            _link ??= HasBytes ? null : LinkText.Relative(_relativeLink, endpoint);
            if (_link is null)
            {
                _extra.Add("url", _relativeLink);
                Break(new ImageDecodeException($"{NameOf("url")} is not a link.", NameOf("url")));
            }

            _relativeLink = null;
        }

        return new()
        {
            Bytes = _stored.Bytes,
            Length = _stored.Length,
            MediaType = _stored.MediaType,
            SavedPath = _stored.SavedPath,
            Link = _link,
            RevisedPrompt = _revisedPrompt,
            ContentFilterResults = _contentFilters ?? [],
            PromptFilterResults = _promptFilters ?? [],
            Extra = Fault is { } fault
                ? _extra.ToFields().With("error", $"{fault.Member} cannot be read.")
                : _extra.ToFields(),
        };
    }

    public readonly void Dispose() => _stored.Dispose();

    private void TakeLink(string text)
    {
        if (LinkText.Absolute(text) is { } link)
        {
            _link = link;
        }
        else
        {
            _relativeLink = text;
        }
    }

    private static IReadOnlyList<ImageContentFilterResult> Filters(ReadOnlySpan<byte> value)
        => ContentFilterResultsDecoder.Decode(JsonMember.ReadElement(value));
}
