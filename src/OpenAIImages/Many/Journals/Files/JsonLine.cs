using System.Text.Json;

namespace OpenAIImages.Many.Journals;

/// <summary>Writes JSON as one line that ends in a line feed. The JSON itself holds no line feed.</summary>
internal static class JsonLine
{
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        buffer.WriteByte((byte)'\n');

        return buffer.ToArray();
    }
}
