using System.Net;
using System.Net.Sockets;
using OpenAIImages.Faults.Origins;

namespace OpenAIImages.Faults.Faults;

/// <summary>All faults, each with the end that the client promises for it.</summary>
/// <remarks>The source is the table of retries in the documentation, and not the code of the client.</remarks>
internal sealed class FaultBook(string key, Uri stranger)
{
    // The service refuses these before any work, whatever the body says.
    private static readonly string[] TurnedAway =
    [
        "409 Conflict", "425 Too Early", "429 Too Many Requests", "503 Service Unavailable", "521 Down",
        "522 Timed Out", "523 Unreachable", "525 No Handshake", "530 No Name",
    ];

    // With these statuses the client trusts an error of the API, and not an error of a gateway.
    private static readonly string[] Failed = ["500 Internal Server Error", "502 Bad Gateway"];

    // A server in between stopped waiting, and the service may have continued.
    private static readonly string[] TimedOut =
        ["408 Request Timeout", "499 Client Closed Request", "504 Gateway Timeout", "520 Unknown", "524 Timed Out"];

    private static readonly string[] OfGateways =
    [
        Bodies.Html, "", Bodies.Error("502", "Bad gateway.", "None"), Bodies.Error("x", "It broke.", "upstream_error"),
    ];

    private static readonly string[] ShortWaits =
    [
        "", "retry-after-ms: 1\r\n", "Retry-After: 0\r\n", "Retry-After: 1\r\n", "x-should-retry: true\r\n",
        "Retry-After: Sat, 01 Jan 2000 00:00:00 GMT\r\n", "Retry-After: nonsense\r\nretry-after-ms: -1\r\n",
    ];

    private static readonly string[] LongWaits =
    [
        "Retry-After: 86400\r\n", "retry-after-ms: 3600000\r\n", "Retry-After: Thu, 01 Jan 2099 00:00:00 GMT\r\n",
        "x-should-retry: false\r\n", "x-should-retry: false\r\nRetry-After: 0\r\n",
    ];

    private static readonly Func<string, string>[] Encodings =
    [
        Uri.EscapeDataString,
        text => WebUtility.UrlEncode(text),
        text => Uri.EscapeDataString(Uri.EscapeDataString(text)),
        text => WebUtility.HtmlEncode(text).Replace(" ", "&#32;", StringComparison.Ordinal),
        text => text.Replace(" ", "&#x20;", StringComparison.Ordinal),
        text => text.Replace(" ", "\\\\u0020", StringComparison.Ordinal),
    ];

    /// <summary>Gets replies without a fault, some of them in unusual forms.</summary>
    public IReadOnlyList<Fault> Well { get; } =
    [
        new NoFault(Framing.Length),
        new NoFault(Framing.Length) { IsLast = true },
        new NoFault(Framing.Length) { Before = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" },
        new NoFault(Framing.Length) { Before = "HTTP/1.1 100 Continue\r\n\r\n" },
        new NoFault(Framing.Chunks),
        new NoFault(Framing.Chunks) { IsLast = true },
        new NoFault(Framing.Close),
    ];

    /// <summary>Gets the failures to connect.</summary>
    public IReadOnlyList<Fault> Unreachable { get; } =
    [
        .. from error in new[] { SocketError.HostNotFound, SocketError.TryAgain, SocketError.ConnectionRefused }
           select new Unreachable(error) { Exhausted = Ends.Transport },
    ];

    /// <summary>Gets refusals after which the client repeats the call.</summary>
    public IReadOnlyList<Fault> Passing { get; } =
    [
        .. from status in TurnedAway
           from wait in ShortWaits
           from body in new[] { Bodies.Error("server_error", "Busy."), Bodies.Html, "" }
           select new Refusal(status, wait, body, Ends.Repeated),
        .. from status in Failed
           from wait in ShortWaits
           select new Refusal(status, wait, Bodies.Error("server_error", "Sorry."), Ends.Repeated),
        .. from refusal in Unknown
           select new Refusal(refusal.Status, "x-should-retry: true\r\n", refusal.Body, Ends.Repeated)
           {
               IsPaid = true,
               IsRepetitionAskedFor = true,
           },
        new Refusal("418 Teapot", "x-should-retry: true\r\n", "", Ends.Repeated),
        new Refusal("503 Service Unavailable", "retry-after-ms: 1\r\n", "", Ends.Repeated | Ends.Transport)
        {
            IsEarly = true,
        },
        new Refusal("503 Service Unavailable", "retry-after-ms: 1\r\n", "Busy.", Ends.Repeated)
        {
            IsBodyCut = true,
            TakesPatience = true,
        },
        new Refusal("408 Request Timeout", "", "", Ends.Repeated | Ends.Refused | Ends.Transport) { IsEarly = true },
        new Refusal("413 Too Large", "", "", Ends.Repeated | Ends.Refused | Ends.Transport) { IsEarly = true },
    ];

    /// <summary>Gets redirects to another origin.</summary>
    public IReadOnlyList<Fault> Redirects { get; } =
    [
        .. from status in new[] { "301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent" }
           select new Refusal(status, $"Location: {new Uri(stranger, "/v1/images/generations")}\r\n", "", Ends.Refused),
    ];

    /// <summary>Gets refusals after which a retry does not help, or would come too late.</summary>
    public IReadOnlyList<Fault> Final { get; } =
    [
        .. from status in TurnedAway
           from wait in LongWaits
           select new Refusal(status, wait, "", Ends.Refused),
        .. from status in Failed
           from wait in LongWaits
           select new Refusal(status, wait, Bodies.Error("server_error", "Sorry."), Ends.Refused),
        .. from refusal in Unknown
           from wait in ShortWaits.Concat(LongWaits)
           where wait != "x-should-retry: true\r\n"
           select new Refusal(refusal.Status, wait, refusal.Body, Ends.Refused) { IsPaid = true },
        new Refusal("526 Wrong Certificate", "", Bodies.Html, Ends.Refused),
        .. from again in new[] { "", "x-should-retry: true\r\n" }
           from refusal in new[]
           {
               ("429 Too Many Requests", Bodies.Error("insufficient_quota", "No credit.", "insufficient_quota")),
               ("400 Bad Request", Bodies.Error("moderation_blocked", "safety_violations=[violence]", "x")),
               ("400 Bad Request", Bodies.Error("billing_hard_limit_reached", "No more.", "billing_limit_user_error")),
               ("401 Unauthorized", Bodies.Echo(key)),
               ("404 Not Found", Bodies.Error("model_not_found", "No model.", "invalid_request_error")),
           }
           select new Refusal(refusal.Item1, again, refusal.Item2, Ends.Refused),
        new Refusal("403 Forbidden", "", "", Ends.Refused),
        new Refusal("422 Unprocessable", "", """{"detail":[{"msg":"No."}]}""", Ends.Refused),
        new Refusal("413 Too Large", "", Bodies.Html, Ends.Refused),
        new Refusal("307 Temporary Redirect", "Location: /v1/images/generations\r\n", "", Ends.Refused),
    ];

    /// <summary>Gets replies that end too early, and requests that the service does not read to the end.</summary>
    public IReadOnlyList<Fault> Cuts { get; } =
    [
        .. from point in Enum.GetValues<CutPoint>()
           from ending in Enum.GetValues<Ending>()
           from framing in Enum.GetValues<Framing>()
           select new Cut(point, ending, framing, EndsOf(point, ending, framing))
           {
               TakesPatience = ending == Ending.Silence,
           },
        new Deaf(ReadsHeaders: false) { Exhausted = Ends.Transport },
        new Deaf(ReadsHeaders: true) { Exhausted = Ends.Transport },
        new Deaf(ReadsHeaders: true) { BodyBytes = 1, Exhausted = Ends.Transport },
    ];

    /// <summary>Gets replies with wrong, slow or endless bytes.</summary>
    public IReadOnlyList<Fault> Spoilt { get; } =
    [
        new Spoilt("Content-Length too long", Ends.Right | Ends.Transport, Faults.Spoilt.Lengthened),
        new Spoilt("Content-Length too short", Ends.Decode, Faults.Spoilt.Shortened),
        new Spoilt("chunks cut short", Ends.Transport, Faults.Spoilt.CutChunks),
        new Spoilt("chunks broken", Ends.Right | Ends.Transport, Faults.Spoilt.BrokenChunks),
        new Spoilt("gzip unasked", Ends.Right, Faults.Spoilt.Zipped, IsLast: false),
        new Spoilt("200 with a web page", Ends.Decode, Faults.Spoilt.Replaced("text/html", Bodies.Html), IsLast: false),
        new Spoilt("200 with nothing", Ends.Decode, Faults.Spoilt.Replaced("application/json", ""), IsLast: false),
        new Spoilt("200 with {}", Ends.Decode, Faults.Spoilt.Replaced("application/json", "{}"), IsLast: false),
        new Spoilt("an error after 200", Ends.Refused, Faults.Spoilt.ErrorInstead, IsLast: false),
        new Spoilt("an error behind the reply", Ends.Right, Faults.Spoilt.Followed, IsLast: false),
        new Spoilt("a word for a link", Ends.Right, Faults.Spoilt.Linked("N/A"), IsLast: false),
        new Spoilt("a file for a link", Ends.Right, Faults.Spoilt.Linked("//files/x.png"), IsLast: false),
        new EndlessHeaders(AreLines: true),
        new EndlessHeaders(AreLines: false),
        new Drip(CutPoint.MidHeaders, int.MaxValue, Ends.Transport) { TakesPatience = true },
        new Drip(CutPoint.InPicture, 6, Ends.Right),
        new Drip(CutPoint.BeforeLastBracket, 4, Ends.Right),
    ];

    /// <summary>Gets damage to the base64 of a reply that has base64.</summary>
    /// <remarks>The first picture of a stream is a preview, and the client does not need it.</remarks>
    public static IReadOnlyList<Fault> NotBase64(Order order)
    {
        var isStream = order.Delivery == Delivery.Events;
        var broken = order.Count > 1 ? Ends.Withheld : Ends.Decode;

        return
        [
            new Spoilt(
                "first not base64", isStream ? Ends.Right : broken, Faults.Spoilt.FirstNotBase64, IsLast: false),
            new Spoilt("last not base64", broken, Faults.Spoilt.LastNotBase64, IsLast: false),
        ];
    }

    /// <summary>Gets faults of the hosts of links, where a retry is free.</summary>
    public IReadOnlyList<Fault> Links { get; } =
    [
        .. from point in new[] { CutPoint.MidHeaders, CutPoint.AfterHeaders, CutPoint.InPicture }
           from ending in Enum.GetValues<Ending>()
           from framing in new[] { Framing.Length, Framing.Chunks }
           select new Cut(point, ending, framing, Ends.Repeated)
           {
               Exhausted = Ends.Transport,
               TakesPatience = ending == Ending.Silence,
           },
        .. from wait in new[] { "", "Retry-After: 0\r\n" }
           from status in new[] { "429 Too Many Requests", "500 Internal Server Error", "503 Service Unavailable" }
           select new Refusal(status, wait, "", Ends.Repeated) { Exhausted = Ends.Transport },
        new Refusal("403 Forbidden", "", "<Error/>", Ends.Refused),
        new Refusal("404 Not Found", "", "", Ends.Refused),
        new Refusal("503 Service Unavailable", "Retry-After: 86400\r\n", "", Ends.Transport),
        new Refusal("418 Teapot", "", "", Ends.Transport),
        new Spoilt("a web page", Ends.Decode, Faults.Spoilt.Replaced("text/html", Bodies.Html), IsLast: false),
        new Drip(CutPoint.InPicture, 6, Ends.Right),
    ];

    /// <summary>Gets replies that repeat the request, some of them against the rules of HTTP.</summary>
    public IReadOnlyList<Fault> Echoes { get; } =
    [
        .. from place in Enum.GetValues<EchoPlace>()
           select new EchoingHead(place, EndsOf(place, Ends.Transport)),
        .. EchoingRefusals(Ends.Refused, Ends.Repeated),
    ];

    /// <summary>Gets replies of the hosts of links that repeat the request.</summary>
    public IReadOnlyList<Fault> LinkEchoes { get; } =
    [
        .. from place in Enum.GetValues<EchoPlace>()
           select new EchoingHead(place, EndsOf(place, Ends.Repeated)) { Exhausted = Ends.Transport },
        .. EchoingRefusals(Ends.Transport, Ends.Repeated),
        new EchoingRefusal("403 {0}", "", "{0}", Ends.Refused),
        new EchoingRefusal("302 Found", "Location: //[{0}\r\n", "", Ends.Transport),
        new EchoingRefusal("302 Found", "Location: nowhere:{0}\r\n", "", Ends.Transport, Uri.EscapeDataString),
    ];

    private static IEnumerable<(string Status, string Body)> Unknown
        => (from status in Failed from body in OfGateways select (status, body))
            .Concat(from status in TimedOut
                    from body in new[] { Bodies.Error("server_error", "Late."), Bodies.Html, "" }
                    select (status, body));

    private static IEnumerable<Fault> EchoingRefusals(Ends final, Ends passing)
        =>
        [
            new EchoingRefusal("400 {0}", "x-request-id: {0}\r\n", "{0}", final),
            new EchoingRefusal("307 {0}", "Location: /{0}\r\n", "", final),
            new EchoingRefusal("400 Bad", "Content-Type: {0}\r\nx-ratelimit-reset-requests: {0}\r\n", "", final),
            new EchoingRefusal("503 {0}", "Retry-After: {0}\r\n", "", passing) { Exhausted = final },
            .. from encode in Encodings
               select new EchoingRefusal("400 Bad", "", "<html><title>{0}</title>{0}</html>", final, encode),
            .. from encode in Encodings
               select new EchoingRefusal("400 Bad", "", Bodies.Error("bad", "{0}"), final, encode),
        ];

    // Readers ignore bytes after a reply. In some places a reader may accept the repeated request or reject the reply.
    private static Ends EndsOf(EchoPlace place, Ends broken) => place switch
    {
        EchoPlace.Garbage => Ends.Right,
        EchoPlace.HeaderValue or EchoPlace.Trailer or EchoPlace.TransferEncoding => Ends.Right | Ends.Decode | broken,
        EchoPlace.ContentLength => Ends.Decode | broken,
        _ => broken,
    };

    // The client does not wait for the rest of a stream after its last picture.
    private static Ends EndsOf(CutPoint point, Ending ending, Framing framing)
        => point == CutPoint.BehindPicture ? Ends.Right | EndsOfCut(point, ending, framing)
            : EndsOfCut(point, ending, framing);

    // If only the end of the connection ends a body, no reader can tell a cut body from a whole one.
    private static Ends EndsOfCut(CutPoint point, Ending ending, Framing framing)
        => (ending, framing) == (Ending.Close, Framing.Close) && point >= CutPoint.AfterHeaders
            ? Ends.Decode
            : Ends.Transport;
}
