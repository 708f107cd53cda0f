namespace OpenAIImages.Faults.Scripts;

/// <summary>Compares arrays by their content.</summary>
internal sealed class SameBytes : IEqualityComparer<byte[]>
{
    public static SameBytes Instance { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => obj.Length;
}
