using System.Text;
using System.Text.RegularExpressions;
using OpenAIImages.Emulator.Errors;

namespace OpenAIImages.Emulator.Parameters;

/// <summary>Splits a multipart form into its parts, without copying them.</summary>
/// <remarks>
/// <para><b>Takes</b> a whole body. Bytes before the first boundary and after the last one are skipped.</para>
/// <para><b>Fails</b> with <see cref="ApiException"/> when the header announces no boundary, or the last boundary is
/// missing.</para>
/// </remarks>
internal static partial class MultipartBody
{
    private const int MostParts = 256;

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    public static bool IsMultipart(string? contentType)
        => contentType?.TrimStart().StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Finds the boundary that the header announces.</summary>
    /// <exception cref="ApiException">The header announces no boundary.</exception>
    public static string Boundary(string? contentType)
        => Announcement().Match(contentType ?? "") is { Success: true } announced
            ? announced.Groups["boundary"].Value.TrimEnd()
            : throw Malformed();

    public static List<MultipartPart> Read(string? contentType, ReadOnlyMemory<byte> body)
    {
        var delimiter = Encoding.UTF8.GetBytes("\r\n--" + Boundary(contentType));
        var parts = new List<MultipartPart>();
        var (_, start, isLast) = Find(body.Span, from: 0, delimiter);
        while (!isLast)
        {
            var (end, next, isNextLast) = Find(body.Span, start, delimiter);
            parts.Add(MultipartPartReader.Read(body[start..end]));
            (start, isLast) = (next, isNextLast);
            if (parts.Count > MostParts)
            {
                throw Malformed();
            }
        }

        return parts;
    }

    public static ApiException Malformed() => new(RequestRefusals.NotMultipart);

    // The boundary may be quoted or not. Some senders leave "=" unquoted, which a strict parser would refuse.
    [GeneratedRegex(""";\s*boundary\s*=\s*("(?<boundary>[^"]{1,200})"|(?<boundary>[^;"]{1,200}))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    /// <summary>Finds the next boundary: its start, the start of the next part, and whether it is the last boundary.
    /// </summary>
    private static (int Begins, int Next, bool IsLast) Find(ReadOnlySpan<byte> body, int from, byte[] delimiter)
    {
        // The first boundary has no line end before it. The boundary after an empty part shares its line end with the
        // one before.
        if (body[from..].StartsWith(delimiter.AsSpan(LineEnd.Length))
            && Follow(body, from + delimiter.Length - LineEnd.Length) is { } first)
        {
            return (from, first.Next, first.IsLast);
        }

        for (var search = from; ;)
        {
            var found = body[search..].IndexOf(delimiter);
            if (found < 0)
            {
                throw Malformed();
            }

            search += found + delimiter.Length;
            if (Follow(body, search) is { } following)
            {
                return (search - delimiter.Length, following.Next, following.IsLast);
            }
        }
    }

    // Returns null when the match is not a boundary but the beginning of a longer line.
    private static (int Next, bool IsLast)? Follow(ReadOnlySpan<byte> body, int position)
    {
        var isLast = body[position..].StartsWith("--"u8);
        position += isLast ? 2 : 0;
        while (position < body.Length && body[position] is (byte)' ' or (byte)'\t')
        {
            position++;
        }

        return body[position..].StartsWith(LineEnd) ? (position + LineEnd.Length, isLast)
            : isLast && position == body.Length ? (position, true)
            : null;
    }
}
