using System.Text.Json;
using OpenAIImages.Bytes;
using OpenAIImages.Destinations;

namespace OpenAIImages.Many.Sidecars;

/// <summary>Reads and writes the files of sidecars.</summary>
internal static class SidecarFile
{
    private const int BufferSize = 64 * 1024;

    private static readonly JsonSerializerOptions Options = new();

    /// <summary>Returns the directory and the name of the sidecar of an image.</summary>
    public static FileTarget TargetOf(string imagePath)
    {
        var full = Path.GetFullPath(imagePath);

        return new(Path.GetDirectoryName(full) ?? full, Path.GetFileName(full), ".json");
    }

    /// <exception cref="ImageSidecarException">The image cannot be read.</exception>
    public static async Task<(string Sha256, long Length)> HashAsync(
        string imagePath, CancellationToken cancellationToken)
    {
        try
        {
            using var file = new FileStream(
                imagePath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);
            var hash = await Sha256Text
                .HashAsync(stream => file.CopyToAsync(stream, BufferSize, cancellationToken))
                .ConfigureAwait(false);

            return file.Length > 0
                ? (Sha256Text.ToText(hash), file.Length)
                : throw new ImageSidecarException(PathOf(imagePath), "the image is empty.");
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new ImageSidecarException(PathOf(imagePath), e.Message, e);
        }
    }

    /// <exception cref="ImageSidecarException">The file cannot be written.</exception>
    public static async Task WriteAsync(string imagePath, ImageSidecar sidecar, CancellationToken cancellationToken)
    {
        try
        {
            var json = ToJson(sidecar);
            using var file = AtomicFile.Create(TargetOf(imagePath), replaces: true);
            await file.WriteAsync(json, cancellationToken).ConfigureAwait(false);
            file.Commit();
        }
        catch (Exception e) when (e is ImageDestinationException || IsFault(e))
        {
            throw new ImageSidecarException(PathOf(imagePath), (e.InnerException ?? e).Message, e);
        }
    }

    /// <exception cref="ImageSidecarException">The file cannot be read.</exception>
    public static async Task<ImageSidecar> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var buffer = new MemoryStream();
            using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);
            await file.CopyToAsync(buffer, BufferSize, cancellationToken).ConfigureAwait(false);

            return Parse(buffer.ToArray());
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new ImageSidecarException(path, e.Message, e);
        }
    }

    private static string PathOf(string imagePath) => TargetOf(imagePath).PathWithNumber(1);

    private static bool IsFault(Exception e)
        => e is IOException or UnauthorizedAccessException or NotSupportedException or JsonException;

    private static byte[] ToJson(ImageSidecar sidecar)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            SidecarDocument.Sidecar.Write(writer, sidecar, Options);
        }

        return buffer.ToArray();
    }

    private static ImageSidecar Parse(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var sidecar = SidecarDocument.Sidecar.Read(ref reader, typeof(ImageSidecar), Options);

        return reader.Read() ? throw new JsonException("It holds more than one value.") : sidecar;
    }
}
