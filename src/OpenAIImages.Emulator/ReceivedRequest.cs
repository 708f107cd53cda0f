using System.Text;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator;

/// <summary>A request as it arrived at the emulator, for assertions.</summary>
/// <remarks>
/// <para>Immutable. The record keeps everything as it was sent, including the API key in the headers.
/// <see cref="ToString"/> shows no header and no content of the body.</para>
/// <para>A property reads its field from the body on demand, from JSON and from forms, even when the emulator refused
/// the request. A field that is absent, null or of another type reads as <see langword="null"/>. So does every field of
/// a body that cannot be read.</para>
/// </remarks>
public sealed record ReceivedRequest
{
    // The parsed fields do not count against the journal's limit, so only the body is kept permanently.
    private readonly WeakReference<ReceivedFields?> _fields = new(null);

    internal ReceivedRequest(string method, string path, string query)
    {
        Method = method;
        Path = path;
        Query = query;
    }

    /// <summary>Gets the method, for example <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>Gets the path, for example <c>/v1/images/generations</c>.</summary>
    public string Path { get; }

    /// <summary>Gets the query, with its question mark; empty when the request had no query.</summary>
    public string Query { get; }

    /// <summary>Gets the headers.</summary>
    /// <remarks>Names are compared without regard to case.</remarks>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; internal init; }
        = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Gets the body; empty when the request had no body, and cut when the body was too large.</summary>
    /// <value>For a file upload, at most the first MiB.</value>
    public ReadOnlyMemory<byte> Body { get; internal init; }

    /// <summary>Gets the body read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Gets the number of the request.</summary>
    /// <value>1 for the first request, and so on, in the order of arrival.</value>
    public long Number { get; internal init; }

    /// <summary>Gets the <c>x-request-id</c> of the reply.</summary>
    public string RequestId { get; internal init; } = "";

    /// <summary>Gets the id of the request's batch, in the conditions of a fault.</summary>
    /// <value><see langword="null"/> for a direct request: <see cref="ImageEmulator.Received"/> has no others. A
    /// request of a batch has a <see cref="Number"/> of 0.</value>
    public string? BatchId { get; internal init; }

    /// <summary>Gets the <c>custom_id</c> of a request of a batch.</summary>
    /// <value><see langword="null"/> for a direct request.</value>
    public string? CustomId { get; internal init; }

    /// <summary>Gets the time of its arrival, on the clock of <see cref="ImageEmulatorOptions.TimeProvider"/>.
    /// </summary>
    public DateTimeOffset ReceivedAt { get; internal init; }

    /// <summary>Gets the field <c>prompt</c>.</summary>
    public string? Prompt => Read().Text("prompt");

    /// <summary>Gets the field <c>model</c>; usually <see langword="null"/> in a request to an Azure deployment.
    /// </summary>
    public string? Model => Read().Text("model");

    /// <summary>Gets the field <c>size</c>, for example <c>1024x1024</c>.</summary>
    public string? Size => Read().Text("size");

    /// <summary>Gets the field <c>quality</c>.</summary>
    public string? Quality => Read().Text("quality");

    /// <summary>Gets the field <c>output_format</c>.</summary>
    public string? OutputFormat => Read().Text("output_format");

    /// <summary>Gets the field <c>n</c>: the number of images.</summary>
    public int? Count => Read().Integer("n");

    /// <summary>Gets a value indicating whether the field <c>stream</c> is true.</summary>
    public bool Streams => Read().Switch("stream");

    /// <summary>Gets the field <c>partial_images</c>.</summary>
    public int? PartialImages => Read().Integer("partial_images");

    /// <summary>Gets the images of an edit or a variation, in the order in which they were sent.</summary>
    public IReadOnlyList<ReceivedFile> Images => Read().Images;

    /// <summary>Gets the mask of an edit.</summary>
    /// <value><see langword="null"/> when the request had no mask.</value>
    public ReceivedFile? Mask => Read().Mask;

    /// <summary>Gets the markup of an edit.</summary>
    /// <value><see langword="null"/> when the request had no markup.</value>
    public ReceivedFile? Markup => Read().Markup;

    /// <summary>Gets every field that is not a file, as text, by its name in the request.</summary>
    /// <value>A member of an object has a path as its name, for example <c>svg.model</c>, and so has an element, for
    /// example <c>tags[0]</c>. A null in JSON is <see langword="null"/>.</value>
    public IReadOnlyDictionary<string, string?> Fields => Read().All;

    /// <summary>Gets the <see cref="Fields"/> that no OpenAI model has, for example <c>seed</c>.</summary>
    public IReadOnlyDictionary<string, string?> ExtraFields => Read().Extra;

    /// <summary>Returns the method, the path and the length of the body.</summary>
    /// <returns>For example <c>POST /v1/images/generations (84 bytes)</c>.</returns>
    public override string ToString() => $"{Method} {Path} ({Body.Length} bytes)";

    private ReceivedFields Read()
    {
        if (!_fields.TryGetTarget(out var fields))
        {
            var contentType = Headers.TryGetValue("Content-Type", out var values) ? string.Join(',', values) : null;
            fields = ReceivedFields.Read(contentType, Body);
            _fields.SetTarget(fields);
        }

        return fields;
    }
}
