using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pipeline;

namespace OpenAIImages.Fuzz.Targets;

/// <summary>Forms sent to the emulator. It reads them as ASP.NET does, or refuses them.</summary>
/// <remarks>The first line of an input is the header <c>Content-Type</c>, the rest the body.</remarks>
internal sealed class MultipartTarget : IFuzzTarget
{
    private const long Limit = 64 * 1024;

    public string Name => "multipart";

    public IReadOnlyList<string> Dictionary { get; } =
    [
        "\r\n", "\r\n\r\n", "--", "--b", "\r\n--b\r\n", "\r\n--b--\r\n", "\r\n--b--", "--b \t\r\n", "b", "boundary=",
        "\"", "; boundary=\"b\"", "multipart/form-data", ";", "=", "\\\"",
        "Content-Disposition: form-data; name=\"image[]\"", "Content-Disposition: form-data; name=\"a[b][c][]\"",
        "; filename=\"../../a.png\"", "; filename*=UTF-8''%2e%2F%", "Content-Type: image/png", "name=", "name=\"\"",
        "name=\"svg[model]\"", "[", "]", "][", "[]", "\u0000", "\n", ":", new string('[', 40), new string('-', 70),
        new string(';', 300), "\"" + new string('\\', 301),
    ];

    public void Check(byte[] input, Random random)
    {
        var line = Array.IndexOf(input, (byte)'\n');
        var contentType = Encoding.UTF8.GetString(input, 0, Math.Max(0, line)).TrimEnd('\r');
        var body = input[(line + 1)..];
        var parts = AllocationLimit.Hold(input.Length, () => Read(contentType, body));
        if (random.Next(8) == 0)
        {
            CheckPieces(body, random);
        }

        if (parts is not null && ReadPlainly(contentType, body) is { } expected)
        {
            BrokenPromiseException.UnlessSame(
                string.Join('|', expected),
                string.Join('|', parts.Select(part => Convert.ToHexString(part.Body.Span))),
                "Parts are those that ASP.NET's reader finds.");
        }
    }

    private static List<MultipartPart>? Read(string contentType, byte[] body)
    {
        try
        {
            var parts = MultipartBody.Read(contentType, body);
            MultipartParameters.Read(contentType, body);

            return parts;
        }
        catch (ApiException e)
        {
            BrokenPromiseException.Unless(
                e.Error.Status is >= 400 and < 500, $"A form is refused as the sender's fault.\n  {e}");

            return null;
        }
    }

    private static void CheckPieces(byte[] body, Random random)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new PieceStream(body, random.Next(1, 300), random);
        var (received, isTooLarge) = BodyReader
            .ReadAsync(context.Request, Limit, leavesRest: false, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        BrokenPromiseException.Unless(
            isTooLarge == body.Length > Limit && received.Span.SequenceEqual(body.AsSpan(0, received.Length))
                && received.Length == Math.Min(body.Length, Limit),
            "The received body equals the sent one.");
    }

    private static List<string>? ReadPlainly(string contentType, byte[] body)
    {
        try
        {
            var boundary = MediaTypeHeaderValue.Parse(contentType).Boundary;
            var plain = HeaderUtilities.RemoveQuotes(boundary).ToString();
            var lines = Encoding.Latin1.GetString(body);
            var mark = "--" + Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(plain));
            if (!lines.StartsWith(mark + "\r\n", StringComparison.Ordinal)
                || Regex.IsMatch(lines, $@"\r\n{Regex.Escape(mark)}(?!(--)?[ \t]*(\r\n|\z))"))
            {
                // The reader of ASP.NET also accepts a boundary inside a line, and ignores the rest of that line.
                return null;
            }

            var reader = new MultipartReader(plain, new MemoryStream(body));
            List<string> parts = [];
            while (reader.ReadNextSectionAsync().GetAwaiter().GetResult() is { } section)
            {
                using var content = new MemoryStream();
                section.Body.CopyTo(content);
                parts.Add(Convert.ToHexString(content.ToArray()));
            }

            return parts;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
