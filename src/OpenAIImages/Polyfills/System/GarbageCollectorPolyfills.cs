namespace System;

/// <summary><c>GC.AllocateUninitializedArray</c>; here the array is cleared, which costs a little time.</summary>
internal static class GarbageCollectorPolyfills
{
    extension(GC)
    {
        public static T[] AllocateUninitializedArray<T>(int length) => new T[length];
    }
}
