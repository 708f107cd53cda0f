using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace OpenAIImages.Faults.Origins;

/// <summary>Answers every order at once, and counts what a service would bill.</summary>
/// <param name="key">The key. Each request must have it, except a request for a link, which must not.</param>
internal sealed class CannedOrigin(string key) : IOrigin
{
    /// <summary>The secret part of every link: it gives access to the picture.</summary>
    public const string Signature = "s1gn4tur3-0f-th3-l1nk";

    private const string Links = "/links/";

    private readonly ConcurrentQueue<string> _breaches = [];
    private int _picturesMade;
    private int _requestsPaid;

    public int PicturesMade => Volatile.Read(ref _picturesMade);

    public int RequestsPaid => Volatile.Read(ref _requestsPaid);

    public IReadOnlyCollection<string> Breaches => _breaches;

    public ValueTask<WireReply> AnswerAsync(WireRequest request, Uri self, CancellationToken cancellationToken)
        => new(request.Method == "GET" ? AnswerLink(request) : AnswerOrder(request, self));

    private WireReply AnswerOrder(WireRequest request, Uri self)
    {
        if (request.Header("Authorization") != $"Bearer {key}")
        {
            _breaches.Enqueue("A request came without the key.");
        }

        var order = Order.Find(request.Body);
        Interlocked.Increment(ref _requestsPaid);
        Interlocked.Add(ref _picturesMade, order.Count);

        return order.Delivery switch
        {
            Delivery.Events => Reply("text/event-stream", Events(order)),
            Delivery.Links => Json(order, place => $"\"url\":\"{Link(self, order, place)}\""),
            _ => Json(order, place => $"\"b64_json\":\"{Base64(order, place)}\""),
        };
    }

    private WireReply AnswerLink(WireRequest request)
    {
        if (request.Head.Contains(key, StringComparison.Ordinal))
        {
            _breaches.Enqueue("The key came to a link.");
        }

        var path = request.Target.Split('?')[0];
        var words = path[(path.IndexOf(Links, StringComparison.Ordinal) + Links.Length)..].Split('/');
        var numbers = Array.ConvertAll(words, word => int.Parse(word, CultureInfo.InvariantCulture));
        var picture = Picture.Make(numbers[0], numbers[1], numbers[2]);
        var tag = $"ETag: \"{numbers[0]}\"\r\nContent-Type: image/png\r\n";
        if (request.Header("Range") is not { } range)
        {
            return new WireReply("200 OK", tag, picture);
        }

        var start = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);

        return new WireReply(
            "206 Partial Content",
            $"{tag}Content-Range: bytes {start}-{picture.Length - 1}/{picture.Length}\r\n",
            picture[start..]);
    }

    private static WireReply Reply(string mediaType, string body)
        => new("200 OK", $"Content-Type: {mediaType}\r\nx-request-id: req_fault\r\n", Encoding.ASCII.GetBytes(body));

    private static WireReply Json(Order order, Func<int, string> member)
    {
        var data = string.Join("},{", Enumerable.Range(0, order.Count).Select(member));

        return Reply(
            "application/json",
            $$$"""{"created":1763000000,"data":[{{{{data}}}}],"usage":{"total_tokens":7,"output_tokens":7}}""");
    }

    private static string Events(Order order)
    {
        var events = new StringBuilder();
        for (var place = 0; place < order.Count; place++)
        {
            Add(events, "image_generation.partial_image", Base64(order, place), "\"partial_image_index\":0");
            Add(events, "image_generation.completed", Base64(order, place), "\"usage\":{\"total_tokens\":7}");
        }

        return events.ToString();
    }

    private static void Add(StringBuilder events, string name, string base64, string rest)
        => events.Append("event: ").Append(name).Append("\ndata: {\"type\":\"").Append(name)
            .Append("\",\"b64_json\":\"").Append(base64).Append("\",").Append(rest).Append("}\n\n");

    private static string Base64(Order order, int place)
        => Convert.ToBase64String(Picture.Make(order.Seed, place, order.Length));

    private static Uri Link(Uri self, Order order, int place)
        => new(self, $"{Links}{order.Seed}/{place}/{order.Length}?sig={Signature}");
}
