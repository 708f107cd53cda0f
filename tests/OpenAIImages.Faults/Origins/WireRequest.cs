namespace OpenAIImages.Faults.Origins;

/// <summary>A whole request as it came over the wire.</summary>
/// <param name="Head">The first line and the headers.</param>
/// <param name="Body">The body, without chunks.</param>
internal sealed record WireRequest(string Head, byte[] Body)
{
    public string Method => Head[..Head.IndexOf(' ', StringComparison.Ordinal)];

    public string Target => Head.Split(' ', 3)[1];

    public string? Header(string name)
    {
        foreach (var line in Head.Split("\r\n").Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line.AsSpan(0, colon).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return line[(colon + 1)..].Trim();
            }
        }

        return null;
    }
}
