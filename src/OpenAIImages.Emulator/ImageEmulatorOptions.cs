using Microsoft.Extensions.Logging;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator;

/// <summary>Settings of an <see cref="ImageEmulator"/>.</summary>
/// <remarks><see cref="ImageEmulator.StartAsync"/> checks and copies the settings.</remarks>
public sealed class ImageEmulatorOptions
{
    /// <summary>Gets or sets the port to listen on.</summary>
    /// <value>0 to 65,535. The default, 0, takes any free port: see <see cref="ImageEmulator.Endpoint"/>.</value>
    public int Port { get; set; }

    /// <summary>Gets or sets whether a request must carry a key.</summary>
    /// <value>The default is <see langword="true"/>. Links to pictures never need a key.</value>
    /// <remarks>The emulator reads the key from <c>Authorization: Bearer</c> or from <c>api-key</c>.</remarks>
    public bool RequireKey { get; set; } = true;

    /// <summary>Gets or sets the keys that are accepted.</summary>
    /// <value><see langword="null"/>, the default, accepts any key. Otherwise at least one key, and no blank one. Must
    /// be <see langword="null"/> when <see cref="RequireKey"/> is <see langword="false"/>.</value>
    public IReadOnlyCollection<string>? ApiKeys { get; set; }

    /// <summary>Gets or sets the shortest time of a request for pictures, on the clock of <see cref="TimeProvider"/>.
    /// </summary>
    /// <value>0 to 1 hour. The default is 0: as fast as the engine paints.</value>
    /// <remarks>Each request waits once, after it was found valid and before the painting begins.</remarks>
    public TimeSpan Latency { get; set; }

    /// <summary>Gets or sets the wait of a stream between two events, on the clock of <see cref="TimeProvider"/>.
    /// </summary>
    /// <value>0 to 1 hour. The default is 0: as fast as the engine paints.</value>
    public TimeSpan EventDelay { get; set; }

    /// <summary>Gets or sets whether a stream ends with <c>data: [DONE]</c>, as on some gateways.</summary>
    /// <value>The default is <see langword="false"/>: OpenAI's image streams end with their last picture.</value>
    public bool SendDone { get; set; }

    /// <summary>Gets or sets the engine that makes the pictures.</summary>
    /// <value>The default is a <see cref="PicturePainter"/>; a <see cref="PlainPictureEngine"/> makes plain pictures at
    /// once. Must be safe for concurrent use.</value>
    /// <remarks>
    /// When the engine throws, the reply is a 500 in the service's own form, with the exception's type and message in
    /// the header <c>x-emulator-error</c>. A stream sends an <c>error</c> event.
    /// </remarks>
    public IPictureEngine Engine { get; set; } = new PicturePainter();

    /// <summary>Gets or sets the number of pictures that are painted at the same time; other pictures wait.</summary>
    /// <value>1 to 1,024. The default is the number of processors.</value>
    public int MaxConcurrentPaintings { get; set; } = Math.Clamp(Environment.ProcessorCount, 1, 1_024);

    /// <summary>Gets or sets the number of bytes of painted pictures that the emulator keeps, so that it does not paint
    /// an equal request again.</summary>
    /// <value>0 to 2,147,483,647. The default is 67,108,864, about forty pictures of 1024x1024. 0 keeps no picture.
    /// </value>
    /// <remarks>The emulator keeps only pictures that it painted from a prompt alone, and drops the least recently used
    /// ones first. Equal requests give equal bytes, kept or not.</remarks>
    public long MaxCachedPictureBytes { get; set; } = 64 * 1_024 * 1_024;

    /// <summary>Gets or sets the largest number of pixels that the files of one edit may have together.</summary>
    /// <value>1 to 1,073,741,824. The default is 67,108,864: one picture of 8192x8192, or sixteen of 2048x2048.
    /// </value>
    /// <remarks>
    /// A pixel takes four bytes of memory while the file is read, and eight while the edit is painted. Edits with more
    /// than 16,777,216 pixels run one at a time. Files with more pixels than the limit get a 400
    /// <c>image_too_large</c>.
    /// </remarks>
    public long MaxInputPixels { get; set; } = 8_192 * 8_192;

    /// <summary>Gets or sets the largest number of pixels of a picture's longer edge, for tests that need pictures
    /// quickly and do not check their size.</summary>
    /// <value>1 to 8,192. <see langword="null"/>, the default, draws every picture in the requested size.</value>
    /// <remarks>Larger pictures are drawn smaller in the same shape. The reply still has the requested size and its
    /// tokens; only the file has the smaller size. With 64, the painter takes a fourth of its time. A
    /// <see cref="PlainPictureEngine"/> makes a picture at once.</remarks>
    public int? MaxPictureEdge { get; set; }

    /// <summary>Gets or sets the number of requests that a key may send a minute.</summary>
    /// <value>1 or more. <see langword="null"/>, the default, refuses no request: the headers <c>x-ratelimit-*</c> then
    /// count down from 10,000.</value>
    /// <remarks>Generations, edits and variations count. Further requests get a 429 <c>rate_limit_exceeded</c> until
    /// the minute is over, on the clock of <see cref="TimeProvider"/>. The minute begins with the first request.
    /// </remarks>
    public int? RequestsPerMinute { get; set; }

    /// <summary>Gets or sets the number of images that a key may request a minute.</summary>
    /// <value>1 or more. <see langword="null"/>, the default, refuses no request: the headers <c>x-ratelimit-*</c> then
    /// count down from 10,000.</value>
    /// <remarks>Works as <see cref="RequestsPerMinute"/> does. A request for more images than the whole limit is
    /// refused without <c>retry-after</c>, because waiting does not help.</remarks>
    public int? ImagesPerMinute { get; set; }

    /// <summary>Gets or sets the model for a request that names no model.</summary>
    /// <value>The default is <c>gpt-image-2</c>. <see langword="null"/> refuses such a request as the live service
    /// does: 400 <c>missing_required_parameter</c>.</value>
    public string? DefaultModel { get; set; } = "gpt-image-2";

    /// <summary>Gets or sets the names of models that are not OpenAI's and behave like models of compatible servers.
    /// </summary>
    /// <value>By default <c>local</c>; may be empty. The emulator refuses any other unknown name.</value>
    /// <remarks>Such a model accepts any field and any size from 1x1 to 4096x4096, and delivers links on request.
    /// </remarks>
    public IReadOnlyCollection<string> CompatibleModels { get; set; } = ["local"];

    /// <summary>Gets or sets the handling of a request for a model that OpenAI has shut down.</summary>
    /// <value>The default is <see cref="RetiredModelHandling.Refuse"/>.</value>
    public RetiredModelHandling RetiredModels { get; set; }

    /// <summary>Gets or sets further model names, each with the known model whose behaviour it has.</summary>
    /// <value>Empty by default. The target is an OpenAI model; a retired one is allowed.</value>
    /// <remarks>
    /// For models newer than this package (<c>["gpt-image-3"] = "gpt-image-2.6-sunburst"</c>), for names of
    /// deployments, and for testing the behaviour of a retired model under your own name (<c>["my-dall-e"] =
    /// "dall-e-3"</c>).
    /// </remarks>
    public IReadOnlyDictionary<string, string> ModelAliases { get; set; } = new Dictionary<string, string>();

    /// <summary>Gets or sets the public address of this service, for links to pictures.</summary>
    /// <value>An absolute http or https address without query, for example <c>https://pictures.example.com/</c>.
    /// <see langword="null"/>, the default, takes the address of the request.</value>
    public Uri? PublicAddress { get; set; }

    /// <summary>Gets or sets whether <c>X-Forwarded-Proto</c> and <c>X-Forwarded-Host</c> give the address of a
    /// request.</summary>
    /// <value>The default is <see langword="false"/>: any client can send these headers. Use <see langword="true"/>
    /// behind a proxy that sets them. <see cref="PublicAddress"/> takes precedence.</value>
    public bool UseForwardedHeaders { get; set; }

    /// <summary>Gets or sets the number of pictures behind links that the emulator keeps.</summary>
    /// <value>10 to 1,000,000. The default is 1,000. Links to older pictures answer 404.</value>
    /// <remarks>The emulator also drops the oldest pictures when all of them exceed 256 MiB, and every picture after
    /// two hours.</remarks>
    public int MaxLinks { get; set; } = 1_000;

    /// <summary>Gets or sets the folder for uploaded files and the results of batches.</summary>
    /// <value><see langword="null"/>, the default, uses a temporary folder, which the emulator removes at its end. The
    /// emulator makes a folder that does not exist.</value>
    /// <remarks>A later emulator with the same folder has the same files. Only one emulator at a time can use a folder.
    /// The emulator does not touch other files in the folder, or anything outside it. Batches end with their emulator.
    /// </remarks>
    public string? FilesFolder { get; set; }

    /// <summary>Gets or sets whether a client can request a part of a file by the header <c>Range</c>.</summary>
    /// <value>The default is <see langword="true"/>; <see langword="false"/> answers with the whole file.</value>
    public bool ServesRanges { get; set; } = true;

    /// <summary>Gets or sets the shortest time for which a batch stays <c>validating</c>, <c>finalizing</c> and
    /// <c>cancelling</c>, on the clock of <see cref="TimeProvider"/>.</summary>
    /// <value>0 to 1 day. The default is 0: as fast as possible.</value>
    /// <remarks>Each request of a batch takes <see cref="Latency"/>. A batch expires when it is not done 24 hours after
    /// its creation.</remarks>
    public TimeSpan BatchStepTime { get; set; }

    /// <summary>Gets or sets the number of requests of one batch that run at the same time.</summary>
    /// <value>1 to 1,024. The default is 8.</value>
    /// <remarks>Their pictures and all other pictures share <see cref="MaxConcurrentPaintings"/>. The pictures of these
    /// requests are in memory at the same time; results go to the disk.</remarks>
    public int MaxConcurrentBatchRequests { get; set; } = 8;

    /// <summary>Gets or sets the addresses that get an event when a batch ends.</summary>
    /// <value>Addresses of this machine, http or https, for example <c>http://localhost:5000/webhooks</c>. Empty by
    /// default.</value>
    /// <remarks>The emulator signs each event with <see cref="WebhookSecrets"/>. It repeats the delivery, after waits
    /// of 5 seconds to an hour, until the address answers with a status of success, for at most 72 hours on the clock
    /// of <see cref="TimeProvider"/>.</remarks>
    public IReadOnlyCollection<Uri> WebhookEndpoints { get; set; } = [];

    /// <summary>Gets or sets the secrets that sign the events for <see cref="WebhookEndpoints"/>.</summary>
    /// <value>Each is <c>whsec_</c> and base64, or any text. Empty by default; at least one when
    /// <see cref="WebhookEndpoints"/> has an address. Each secret adds a signature, as during the replacement of a
    /// secret.</value>
    public IReadOnlyCollection<string> WebhookSecrets { get; set; } = [];

    /// <summary>Gets or sets the number of requests that the emulator keeps for <see cref="ImageEmulator.Received"/>.
    /// </summary>
    /// <value>0 to 1,000,000. The default is 1,000. The emulator drops older requests with their bodies.</value>
    /// <remarks>The emulator also drops the oldest requests when all of them exceed 256 MiB, including headers. It
    /// keeps the last one at any length.
    /// </remarks>
    public int MaxReceived { get; set; } = 1_000;

    /// <summary>Gets or sets the clock for <c>created</c>, latency, the expiry of links and files, and batches.
    /// </summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets the loggers of the emulator and its web server.</summary>
    /// <value><see langword="null"/>, the default, writes no log. The emulator does not dispose of the factory.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    internal ImageEmulatorOptions Copy()
    {
        var copy = (ImageEmulatorOptions)MemberwiseClone();
        copy.ApiKeys = ApiKeys?.ToArray();
        // A caller can set null in spite of the type. The validator reports that, not this method.
        copy.CompatibleModels = CompatibleModels?.ToArray()!;
        copy.WebhookEndpoints = WebhookEndpoints?.ToArray()!;
        copy.WebhookSecrets = WebhookSecrets?.ToArray()!;
        copy.ModelAliases = ModelAliases is null ? null! : new Dictionary<string, string>(ModelAliases);

        return copy;
    }
}
