using Microsoft.Extensions.Logging;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator;

/// <summary>Settings of an <see cref="ImageEmulator"/>.</summary>
/// <remarks>Read once, by <see cref="ImageEmulator.StartAsync"/>, which also checks it.</remarks>
public sealed class ImageEmulatorOptions
{
    /// <summary>Gets or sets the port to listen on.</summary>
    /// <value>0 to 65,535. The default, 0, takes any free one: see <see cref="ImageEmulator.Endpoint"/>.</value>
    public int Port { get; set; }

    /// <summary>Gets or sets whether a request must carry a key.</summary>
    /// <value>The default is <see langword="true"/>. Links to pictures never need one.</value>
    /// <remarks>The key is taken from <c>Authorization: Bearer</c> or from <c>api-key</c>.</remarks>
    public bool RequireKey { get; set; } = true;

    /// <summary>Gets or sets the keys that are accepted.</summary>
    /// <value><see langword="null"/>, the default, accepts any key. Otherwise at least one, none of them blank; not
    /// to be set when <see cref="RequireKey"/> is <see langword="false"/>.</value>
    public IReadOnlyCollection<string>? ApiKeys { get; set; }

    /// <summary>Gets or sets how long a picture takes at least, on the clock of <see cref="TimeProvider"/>.</summary>
    /// <value>0 to 1 hour. The default is 0: as fast as the engine paints.</value>
    /// <remarks>Spent once a request, after it was found valid and before the painting begins.</remarks>
    public TimeSpan Latency { get; set; }

    /// <summary>Gets or sets how long a stream waits between two events, on the clock of <see cref="TimeProvider"/>.
    /// </summary>
    /// <value>0 to 1 hour. The default is 0: as fast as the engine paints.</value>
    public TimeSpan EventDelay { get; set; }

    /// <summary>Gets or sets whether a stream ends with <c>data: [DONE]</c>, as some gateways have it.</summary>
    /// <value>The default is <see langword="false"/>: OpenAI's image streams end with their last picture.</value>
    public bool SendDone { get; set; }

    /// <summary>Gets or sets what makes the pictures.</summary>
    /// <value>The default is a <see cref="PicturePainter"/>; a <see cref="PlainPictureEngine"/> makes plain pictures at
    /// once. Must be safe for concurrent use.</value>
    /// <remarks>
    /// An engine that throws makes the reply a 500 of the service's own shape, with the exception's type and message
    /// in the header <c>x-emulator-error</c>; within a stream, an <c>error</c> event.
    /// </remarks>
    public IPictureEngine Engine { get; set; } = new PicturePainter();

    /// <summary>Gets or sets how many pictures are painted at the same time; the others wait their turn.</summary>
    /// <value>1 to 1,024. The default is the number of processors.</value>
    public int MaxConcurrentPaintings { get; set; } = Math.Clamp(Environment.ProcessorCount, 1, 1_024);

    /// <summary>Gets or sets how many bytes of painted pictures are kept, so that an equal request is not painted
    /// again.</summary>
    /// <value>0 to 2,147,483,647. The default is 67,108,864, about forty pictures of 1024x1024; 0 keeps none.</value>
    /// <remarks>Pictures that are painted from words alone are kept; the ones used least recently make room. Equal
    /// requests give equal bytes with and without it.</remarks>
    public long MaxCachedPictureBytes { get; set; } = 64 * 1_024 * 1_024;

    /// <summary>Gets or sets how many pixels the files of one edit may have together.</summary>
    /// <value>1 to 1,073,741,824. The default is 67,108,864: one picture of 8192x8192, or sixteen of 2048x2048.
    /// </value>
    /// <remarks>
    /// A pixel takes four bytes while it is read and eight while it is worked on. Edits with more than 16,777,216
    /// pixels are worked on one at a time. More than the limit answer 400 <c>image_too_large</c>.
    /// </remarks>
    public long MaxInputPixels { get; set; } = 8_192 * 8_192;

    /// <summary>Gets or sets how many pixels the longer edge of a picture has at most, for tests that need pictures
    /// quickly and do not look at them.</summary>
    /// <value>1 to 8,192. <see langword="null"/>, the default, draws every picture in the size asked for.</value>
    /// <remarks>Larger pictures are drawn smaller in the same shape. The reply still tells the size that was asked for,
    /// and counts the tokens of that size; the file itself says how large it is. The painter takes a fourth of its time
    /// with 64; with a <see cref="PlainPictureEngine"/> a picture is made at once.</remarks>
    public int? MaxPictureEdge { get; set; }

    /// <summary>Gets or sets how many requests a key may send a minute.</summary>
    /// <value>1 or more. <see langword="null"/>, the default, refuses none: the headers <c>x-ratelimit-*</c> then count
    /// down from 10,000.</value>
    /// <remarks>Generations, edits and variations count. More are refused with 429 <c>rate_limit_exceeded</c> until the
    /// minute is over, on the clock of <see cref="TimeProvider"/>; it begins with the first request.</remarks>
    public int? RequestsPerMinute { get; set; }

    /// <summary>Gets or sets how many images a key may ask for a minute.</summary>
    /// <value>1 or more. <see langword="null"/>, the default, refuses none: the headers <c>x-ratelimit-*</c> then count
    /// down from 10,000.</value>
    /// <remarks>As <see cref="RequestsPerMinute"/>. A request for more images than that is refused without
    /// <c>retry-after</c>, as waiting does not help it.</remarks>
    public int? ImagesPerMinute { get; set; }

    /// <summary>Gets or sets the model of a request that names none.</summary>
    /// <value>The default is <c>gpt-image-2</c>. <see langword="null"/> refuses such a request as the live service
    /// does: 400 <c>missing_required_parameter</c>.</value>
    public string? DefaultModel { get; set; } = "gpt-image-2";

    /// <summary>Gets or sets the names of models that are not OpenAI's and behave as those of compatible servers do.
    /// </summary>
    /// <value>By default <c>local</c>; empty for none. Any other unknown name is refused.</value>
    /// <remarks>Such a model takes any field, any size from 1x1 to 4096x4096, and delivers links when asked to.
    /// </remarks>
    public IReadOnlyCollection<string> CompatibleModels { get; set; } = ["local"];

    /// <summary>Gets or sets what becomes of a request for a model that OpenAI has shut down.</summary>
    /// <value>The default is <see cref="RetiredModelHandling.Refuse"/>.</value>
    public RetiredModelHandling RetiredModels { get; set; }

    /// <summary>Gets or sets further model names, each with the known model that it behaves like.</summary>
    /// <value>Empty by default. The target is a model of OpenAI's, a retired one included.</value>
    /// <remarks>
    /// For models newer than this package (<c>["gpt-image-3"] = "gpt-image-2.6-sunburst"</c>), for names of
    /// deployments, and for trying the ways of a retired model under a name of your own
    /// (<c>["my-dall-e"] = "dall-e-3"</c>).
    /// </remarks>
    public IReadOnlyDictionary<string, string> ModelAliases { get; set; } = new Dictionary<string, string>();

    /// <summary>Gets or sets the address under which others find this service, for links to pictures.</summary>
    /// <value>An absolute http or https address without query, for example <c>https://pictures.example.com/</c>.
    /// <see langword="null"/>, the default, takes the address that the request came to.</value>
    public Uri? PublicAddress { get; set; }

    /// <summary>Gets or sets whether <c>X-Forwarded-Proto</c> and <c>X-Forwarded-Host</c> say what address a request
    /// came to.</summary>
    /// <value>The default is <see langword="false"/>: anybody can send these headers. For use behind a proxy that sets
    /// them. <see cref="PublicAddress"/> comes first.</value>
    public bool UseForwardedHeaders { get; set; }

    /// <summary>Gets or sets how many pictures are kept that were delivered as links.</summary>
    /// <value>10 to 1,000,000. The default is 1,000; older ones are forgotten and answer 404.</value>
    /// <remarks>Earlier than that once they exceed 256 MiB, and two hours after they were made in any case.</remarks>
    public int MaxLinks { get; set; } = 1_000;

    /// <summary>Gets or sets the folder that uploaded files are kept in, and the results of batches.</summary>
    /// <value><see langword="null"/>, the default, keeps them in a temporary folder, which is removed with the
    /// emulator. A folder that does not exist is made.</value>
    /// <remarks>The files of the folder are there again when another emulator is started with it. One emulator at a
    /// time can have it. Files that are not the emulator's own are left alone, and nothing outside the folder is
    /// touched. Batches do not outlive their emulator.</remarks>
    public string? FilesFolder { get; set; }

    /// <summary>Gets or sets whether the content of a file can be asked for in part, by the header <c>Range</c>.
    /// </summary>
    /// <value>The default is <see langword="true"/>; <see langword="false"/> answers with the whole file.</value>
    public bool ServesRanges { get; set; } = true;

    /// <summary>Gets or sets how long a batch stays <c>validating</c>, <c>finalizing</c> and <c>cancelling</c> at
    /// least, on the clock of <see cref="TimeProvider"/>.</summary>
    /// <value>0 to 1 day. The default is 0: as fast as it goes.</value>
    /// <remarks>Its requests take <see cref="Latency"/> each. A batch that is not done 24 hours after it was created
    /// expires.</remarks>
    public TimeSpan BatchStepTime { get; set; }

    /// <summary>Gets or sets how many requests of one batch are carried out at the same time.</summary>
    /// <value>1 to 1,024. The default is 8.</value>
    /// <remarks>Their pictures share <see cref="MaxConcurrentPaintings"/> with all others. The pictures of so many
    /// requests are in memory at once; results go to the disk.</remarks>
    public int MaxConcurrentBatchRequests { get; set; } = 8;

    /// <summary>Gets or sets the addresses that get an event when a batch has come to its end.</summary>
    /// <value>Addresses of this machine, http or https, for example <c>http://localhost:5000/webhooks</c>. Empty by
    /// default.</value>
    /// <remarks>Each event is signed by <see cref="WebhookSecrets"/> and delivered again, after waits of 5 seconds to
    /// an hour, until the address answers with a status of success, for 72 hours at most on the clock of
    /// <see cref="TimeProvider"/>.</remarks>
    public IReadOnlyCollection<Uri> WebhookEndpoints { get; set; } = [];

    /// <summary>Gets or sets the secrets that sign what is sent to <see cref="WebhookEndpoints"/>.</summary>
    /// <value>Each is <c>whsec_</c> and base64, or any words. Empty by default; at least one where an address is given.
    /// Each adds a signature, as while a secret is being replaced.</value>
    public IReadOnlyCollection<string> WebhookSecrets { get; set; } = [];

    /// <summary>Gets or sets how many requests are kept for <see cref="ImageEmulator.Received"/>.</summary>
    /// <value>0 to 1,000,000. The default is 1,000; older ones are forgotten, with their bodies.</value>
    /// <remarks>Earlier than that once they exceed 256 MiB, headers included; the last one is kept whatever its length.
    /// </remarks>
    public int MaxReceived { get; set; } = 1_000;

    /// <summary>Gets or sets the clock: for <c>created</c>, for latency, for the expiry of links and files, for
    /// batches.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets where the emulator and its web server log to.</summary>
    /// <value><see langword="null"/>, the default, logs nowhere. Not disposed of by the emulator.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    internal ImageEmulatorOptions Copy()
    {
        var copy = (ImageEmulatorOptions)MemberwiseClone();
        copy.ApiKeys = ApiKeys?.ToArray();
        // The setters take null in spite of their type; the validator is to say so, not this method.
        copy.CompatibleModels = CompatibleModels?.ToArray()!;
        copy.WebhookEndpoints = WebhookEndpoints?.ToArray()!;
        copy.WebhookSecrets = WebhookSecrets?.ToArray()!;
        copy.ModelAliases = ModelAliases is null ? null! : new Dictionary<string, string>(ModelAliases);

        return copy;
    }
}
