namespace System.Threading;

internal static class CancellationTokenSourcePolyfills
{
    /// <summary>Resets nothing: older runtimes cannot.</summary>
    /// <returns><see langword="false"/>.</returns>
    public static bool TryReset(this CancellationTokenSource source)
    {
        _ = source;

        return false;
    }
}
