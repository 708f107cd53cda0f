namespace System;

internal static class RandomPolyfills
{
    [ThreadStatic]
    private static Random? _ofThisThread;

    extension(Random)
    {
        // Seeded by a Guid: two threads that start in the same tick would get the same seed from the clock.
        public static Random Shared => _ofThisThread ??= new Random(Guid.NewGuid().GetHashCode());
    }
}
