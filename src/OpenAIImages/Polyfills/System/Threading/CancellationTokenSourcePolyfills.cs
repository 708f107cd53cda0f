namespace System.Threading;

internal static class CancellationTokenSourcePolyfills
{
    /// <summary>Does nothing: older runtimes cannot reset a source.</summary>
    /// <returns><see langword="false"/>.</returns>
    public static bool TryReset(this CancellationTokenSource source)
    {
        _ = source;

        return false;
    }
}
