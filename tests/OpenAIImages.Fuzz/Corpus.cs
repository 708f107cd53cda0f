using System.Collections.Concurrent;

namespace OpenAIImages.Fuzz;

/// <summary>The inputs from which the fuzzer makes all others: replies of services, and earlier findings.</summary>
internal static class Corpus
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<byte[]>> Read = new();

    public static IReadOnlyList<byte[]> Of(string target)
        => Read.GetOrAdd(target, _ => [.. Files(target).Select(File.ReadAllBytes)]);

    public static IEnumerable<string> Files(string target)
        => Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", target))
            .Order(StringComparer.Ordinal);
}
