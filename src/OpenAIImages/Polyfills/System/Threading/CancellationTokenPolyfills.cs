namespace System.Threading;

internal static class CancellationTokenPolyfills
{
    public static CancellationTokenRegistration UnsafeRegister(
        this CancellationToken token, Action<object?> callback, object? state)
        => token.Register(callback, state, useSynchronizationContext: false);
}
