using System.Runtime.InteropServices;

namespace OpenAIImages.Bytes;

/// <summary>Makes streams over memory.</summary>
internal static class MemoryStreams
{
    /// <summary>Returns a stream over bytes in their array, or over a copy when they are not in an array.</summary>
    public static MemoryStream Over(ReadOnlyMemory<byte> bytes)
        => MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
