using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OpenAIImages.Tests.Support;

/// <summary>Stands in for the files and batches of a service, and cuts connections as a test says.</summary>
internal sealed class JobService : HttpMessageHandler
{
    /// <summary>The calls in order, each as its method and its path with the query.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The requested ranges of the downloads, in order.</summary>
    public List<string?> Ranges { get; } = [];

    /// <summary>The forms that were uploaded.</summary>
    public List<Form> Uploads { get; } = [];

    /// <summary>The bodies of batches that were created.</summary>
    public List<string> Creations { get; } = [];

    /// <summary>The content of files that can be downloaded, by their id.</summary>
    public Dictionary<string, byte[]> Content { get; } = [];

    /// <summary>The replies to requests, in order, before the usual ones; <see langword="null"/> for a usual
    /// one.</summary>
    public Queue<Func<HttpRequestMessage, HttpResponseMessage?>> Next { get; } = [];

    /// <summary>The number of bytes after which each download breaks off; later downloads are whole.</summary>
    public Queue<int> Cuts { get; } = [];

    /// <summary>The states of the batch; each reply has the next one, and the last one repeats.</summary>
    public Queue<string> States { get; } = new(["completed"]);

    /// <summary>The lengths of the pieces in which downloads arrive.</summary>
    public IReadOnlyList<int> Pieces { get; set; } = [7_001, 13];

    /// <summary>Whether a download sends the requested part, or always the whole file.</summary>
    public bool KnowsRanges { get; set; } = true;

    public static ImageClientOptions Options(Action<ImageClientOptions>? configure = null)
    {
        var options = new ImageClientOptions
        {
            ApiKey = FakeService.Key,
            Endpoint = new Uri("https://fake.test/v1/"),
            MaxRetries = 0,
        };
        configure?.Invoke(options);

        return options;
    }

    public static HttpResponseMessage Reply(string json, HttpStatusCode status = HttpStatusCode.OK)
        => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static string Batch(string status, string more = "")
        => $$"""{"id":"batch_1","object":"batch","status":"{{status}}","input_file_id":"file-1"{{more}}}""";

    public OpenAIImageFileClient FileClient(Action<ImageClientOptions>? configure = null)
        => new(Options(configure), this);

    public OpenAIImageBatchClient BatchClient(Action<ImageClientOptions>? configure = null)
        => new(Options(configure), this);

    public JobService Replies(string json, HttpStatusCode status = HttpStatusCode.OK)
        => Replies(_ => Reply(json, status));

    public JobService Replies(Func<HttpRequestMessage, HttpResponseMessage?> reply)
    {
        Next.Enqueue(reply);

        return this;
    }

    public JobService IsIn(params string[] states)
    {
        States.Clear();
        foreach (var state in states)
        {
            States.Enqueue(state);
        }

        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        Calls.Add($"{request.Method} {request.RequestUri.PathAndQuery}");
        if (request.Content is { } content && content.Headers.ContentType?.MediaType == "multipart/form-data")
        {
            Uploads.Add(await Form.ReadAsync(content));
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        if (path.EndsWith("/batches", StringComparison.Ordinal) && request.Method == HttpMethod.Post)
        {
            Creations.Add(body);
        }

        if (Next.TryDequeue(out var next) && next(request) is { } reply)
        {
            return reply;
        }

        return path.EndsWith("/content", StringComparison.Ordinal) ? Download(request, path.Split('/')[^2])
            : path.EndsWith("/files", StringComparison.Ordinal) ? Reply("""{"id":"file-1","purpose":"batch"}""")
            : path.EndsWith("/batches", StringComparison.Ordinal) && request.Method == HttpMethod.Get
                ? Reply($$"""{"data":[{{Batch("validating")}}],"has_more":false}""")
            : path.EndsWith("/batches", StringComparison.Ordinal) ? Reply(Batch("validating"))
            : Reply(Batch(
                States.Count > 1 ? States.Dequeue() : States.Peek(), ",\"output_file_id\":\"file-out\""));
    }

    private HttpResponseMessage Download(HttpRequestMessage request, string id)
    {
        Ranges.Add(request.Headers.Range?.ToString());
        var whole = Content[id];
        var from = KnowsRanges ? (int)(request.Headers.Range?.Ranges.Single().From ?? 0) : 0;
        var sent = whole[from..];
        Exception? end = null;
        if (Cuts.TryDequeue(out var cut))
        {
            sent = sent[..Math.Min(cut, sent.Length)];
            end = new IOException("The connection was reset.");
        }

        var reply = new HttpResponseMessage(from > 0 ? HttpStatusCode.PartialContent : HttpStatusCode.OK)
        {
            Content = new StreamContent(new PiecewiseStream(sent, Pieces, end)),
        };
        reply.Content.Headers.ContentLength = whole.Length - from;
        if (from > 0)
        {
            reply.Content.Headers.ContentRange = new ContentRangeHeaderValue(from, whole.Length - 1, whole.Length);
        }

        return reply;
    }
}
