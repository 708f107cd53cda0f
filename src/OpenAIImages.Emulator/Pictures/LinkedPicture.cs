using System.Security.Cryptography;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>A picture behind a link.</summary>
internal sealed record LinkedPicture(Picture Picture, DateTimeOffset Created, DateTimeOffset Expires)
{
    /// <summary>Gets the last segment of the link's path.</summary>
    public string FileName { get; } =
        $"img-{Convert.ToHexString(RandomNumberGenerator.GetBytes(12))}.{PictureFormats.Name(Picture.Format)}";

    /// <summary>Gets the signature that the query of the link must have, as on a storage service.</summary>
    public string Signature { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Gets the entity tag of the bytes, in the quotes that HTTP requires.</summary>
    public string EntityTag { get; } = $"\"{Convert.ToHexString(SHA256.HashData(Picture.Bytes.Span).AsSpan(0, 8))}\"";
}
