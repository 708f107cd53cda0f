using System.Buffers;

namespace System;

/// <summary>What spans can do on newer targets.</summary>
internal static class SpanPolyfills
{
    public static int IndexOfAny(this ReadOnlySpan<byte> span, SearchValues<byte> values)
    {
        for (var i = 0; i < span.Length; i++)
        {
            if (values.Contains(span[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
