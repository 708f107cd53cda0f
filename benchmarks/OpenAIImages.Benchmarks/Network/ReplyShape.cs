using System.Globalization;
using System.Text;

namespace OpenAIImages.Benchmarks.Network;

/// <summary>The pictures of a reply, and the way in which the reply arrives.</summary>
/// <param name="Count">The number of pictures.</param>
/// <param name="MiB">The size of each, in MiB.</param>
public sealed record ReplyShape(int Count, int MiB)
{
    private const int BytesInMiB = 1_024 * 1_024;

    /// <summary>Gets whether no read gives more than 16 KB, as from a TLS connection; otherwise a read fills its
    /// buffer.</summary>
    public bool HasSmallReads { get; init; }

    /// <summary>Gets whether the reply comes without Content-Length, in chunks.</summary>
    public bool IsChunked { get; init; }

    /// <summary>Gets the spelling of the base64.</summary>
    public Escaping Escaping { get; init; }

    /// <summary>Gets the sizes that the targets name, with large and small reads, and with and without a length.
    /// </summary>
    public static IEnumerable<ReplyShape> Usual =>
    [
        new(1, 2), new(1, 2) { HasSmallReads = true }, new(1, 2) { HasSmallReads = true, IsChunked = true },
        new(4, 2), new(4, 2) { HasSmallReads = true },
        new(1, 16), new(1, 16) { HasSmallReads = true }, new(1, 16) { HasSmallReads = true, IsChunked = true },
    ];

    /// <summary>Gets the spellings that few servers use.</summary>
    public static IEnumerable<ReplyShape> Escaped =>
    [
        new(1, 2) { Escaping = Escaping.SlashAndPlus },
        new(1, 2) { Escaping = Escaping.SlashAndPlus, HasSmallReads = true },
        new(1, 2) { Escaping = Escaping.Lines },
        new(1, 2) { Escaping = Escaping.Lines, HasSmallReads = true },
    ];

    /// <summary>Gets the length of each picture, in bytes.</summary>
    public int PictureLength => MiB * BytesInMiB;

    /// <summary>Makes the pictures.</summary>
    internal byte[][] Pictures() => Network.Pictures.Make(Count, PictureLength);

    /// <summary>Returns the name of the case in tables.</summary>
    /// <returns>For example <c>4 x 2 MiB, 16 KB reads</c>.</returns>
    public override string ToString()
    {
        var name = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Count} x {MiB} MiB");
        name.Append(Escaping switch
        {
            Escaping.SlashAndPlus => ", slashes",
            Escaping.Lines => ", lines",
            _ => "",
        });
        name.Append(HasSmallReads ? ", 16 KB reads" : "");
        name.Append(IsChunked ? ", no length" : "");

        return name.ToString();
    }
}
