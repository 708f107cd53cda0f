namespace System.Runtime.CompilerServices;

/// <summary>A name for <see cref="MethodBuilderAttribute"/>; nothing is pooled here.</summary>
internal static class PoolingAsyncValueTaskMethodBuilder;
