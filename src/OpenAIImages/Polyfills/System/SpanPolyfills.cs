using System.Buffers;

namespace System;

/// <summary>Members of spans that newer targets have.</summary>
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
