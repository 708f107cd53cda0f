namespace System;

internal static class RandomPolyfills
{
    [ThreadStatic]
    private static Random? _ofThisThread;

    extension(Random)
    {
        // Seeded by a Guid: threads that start in the same tick would share a seed made of time.
        public static Random Shared => _ofThisThread ??= new Random(Guid.NewGuid().GetHashCode());
    }
}
