using System.Text;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>A multipart form, written byte by byte so that a test can write it in any way.</summary>
internal sealed class Form(string boundary = "b")
{
    private readonly List<byte[]> _parts = [];

    public string ContentType { get; init; } = $"multipart/form-data; boundary={boundary}";

    public static Form Of(params (string Name, string Value)[] fields)
        => fields.Aggregate(new Form(), (form, field) => form.Text(field.Name, field.Value));

    public Form Text(string name, string value)
        => Part($"Content-Disposition: form-data; name=\"{name}\"", Encoding.UTF8.GetBytes(value));

    public Form File(string name, byte[] bytes, string? type = "image/png", string fileName = "a.png")
        => Part(
            $"Content-Disposition: form-data; name=\"{name}\"; filename=\"{fileName}\"" +
            (type is null ? "" : $"\r\nContent-Type: {type}"),
            bytes);

    public Form Part(string headers, byte[] body)
    {
        _parts.Add([.. Encoding.UTF8.GetBytes(headers + "\r\n\r\n"), .. body]);

        return this;
    }

    public byte[] ToBytes() => ToBytes(_parts);

    public byte[] ToBytes(IEnumerable<byte[]> parts) =>
    [
        .. parts.SelectMany(
            part => (byte[])[.. Encoding.ASCII.GetBytes($"--{boundary}\r\n"), .. part, .. "\r\n"u8]),
        .. Encoding.ASCII.GetBytes($"--{boundary}--\r\n"),
    ];

    /// <summary>Returns the form with its parts in another order.</summary>
    public byte[] ToBytes(IReadOnlyList<int> order) => ToBytes(order.Select(index => _parts[index]));

    public HttpContent ToContent()
    {
        var content = new ByteArrayContent(ToBytes());
        content.Headers.TryAddWithoutValidation("Content-Type", ContentType);

        return content;
    }
}
