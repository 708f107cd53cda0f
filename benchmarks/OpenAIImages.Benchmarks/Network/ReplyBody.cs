using System.Globalization;
using System.Text;

namespace OpenAIImages.Benchmarks.Network;

/// <summary>The bytes of a reply, as the service writes it, and the places of its pictures.</summary>
internal sealed class ReplyBody
{
    private const string Facts =
        """
        "created":1713833628,"background":"opaque","output_format":"png","quality":"high","size":"1024x1024","usage":
        {"input_tokens":13,"input_tokens_details":{"image_tokens":0,"text_tokens":13},"output_tokens":1056,
        "total_tokens":1069}
        """;

    private readonly MemoryStream _written = new();
    private readonly List<Base64Place> _places = [];
    private readonly Escaping _escaping;

    private ReplyBody(Escaping escaping) => _escaping = escaping;

    /// <summary>Gets the body.</summary>
    public byte[] Bytes => _written.ToArray();

    /// <summary>Gets the places of the pictures, in order.</summary>
    public IReadOnlyList<Base64Place> Places => _places;

    /// <summary>Writes the reply of a call that waits for all pictures.</summary>
    public static ReplyBody Json(byte[][] pictures, Escaping escaping = Escaping.None)
    {
        var body = new ReplyBody(escaping);
        body.Write($"{{{OneLine(Facts)},\"data\":[");
        foreach (var picture in pictures)
        {
            body.Write(body._places.Count > 0 ? ",{\"b64_json\":\"" : "{\"b64_json\":\"");
            body.WriteBase64(picture);
            body.Write("\"}");
        }

        body.Write("]}");

        return body;
    }

    /// <summary>Writes the events of a call that streams.</summary>
    /// <param name="pictures">A picture for each event.</param>
    /// <param name="partials">The number of events at the beginning that bring an unfinished picture.</param>
    public static ReplyBody Events(byte[][] pictures, int partials)
    {
        var body = new ReplyBody(Escaping.None);
        for (var i = 0; i < pictures.Length; i++)
        {
            var (type, facts) = i < partials
                ? ("partial_image", string.Create(CultureInfo.InvariantCulture, $"\"partial_image_index\":{i}"))
                : ("completed", OneLine(Facts).Replace("created", "created_at", StringComparison.Ordinal));
            body.Write(
                $"event: image_generation.{type}\ndata: {{\"type\":\"image_generation.{type}\",\"b64_json\":\"");
            body.WriteBase64(pictures[i]);
            body.Write($"\",{facts}}}\n\n");
        }

        return body;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings("");

    private void Write(string text) => _written.Write(Encoding.UTF8.GetBytes(text));

    private void WriteBase64(byte[] picture)
    {
        var text = _escaping switch
        {
            Escaping.SlashAndPlus => Convert.ToBase64String(picture)
                .Replace("/", @"\/", StringComparison.Ordinal)
                .Replace("+", @"\u002B", StringComparison.Ordinal),
            Escaping.Lines => Convert.ToBase64String(picture, Base64FormattingOptions.InsertLineBreaks)
                .Replace("\r\n", @"\r\n", StringComparison.Ordinal),
            _ => Convert.ToBase64String(picture),
        };
        _places.Add(new Base64Place((int)_written.Length, text.Length));
        Write(text);
    }
}
