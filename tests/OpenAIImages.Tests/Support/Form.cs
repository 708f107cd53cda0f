using System.Text;

namespace OpenAIImages.Tests.Support;

/// <summary>A multipart body that is parsed by hand, so that tests compare the bytes that are sent.</summary>
internal sealed record Form(IReadOnlyList<Form.Part> Parts)
{
    public IEnumerable<string> Names => Parts.Select(part => part.Name);

    public static async Task<Form> ReadAsync(HttpContent content)
    {
        var type = content.Headers.ContentType!.ToString();
        var boundary = "--" + type[(type.IndexOf("boundary=", StringComparison.Ordinal) + "boundary=".Length)..];
        var text = Encoding.Latin1.GetString(await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.EndsWith($"\r\n{boundary}--\r\n", text, StringComparison.Ordinal);
        var parts = text.Split(boundary)[1..^1];

        return new Form([.. parts.Select(Part.Read)]);
    }

    public Part this[string name] => Parts.Single(part => part.Name == name);

    internal sealed record Part(string Disposition, string? Type, byte[] Bytes)
    {
        public string Name => Disposition.Split("name=\"")[1].Split('"')[0];

        public string Text => Encoding.UTF8.GetString(Bytes);

        public static Part Read(string text)
        {
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var headers = text[..end].Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(": ", 2))
                .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

            return new Part(
                headers["Content-Disposition"],
                headers.GetValueOrDefault("Content-Type"),
                Encoding.Latin1.GetBytes(text[(end + 4)..^2]));
        }
    }
}
