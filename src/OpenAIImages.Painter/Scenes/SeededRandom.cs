using System.Text;

namespace OpenAIImages.Painter.Scenes;

/// <summary>Random-looking numbers that are the same for the same seed, on every system and version of .NET.</summary>
internal sealed class SeededRandom(ulong seed)
{
    /// <summary>The distance between the seeds of two variants of one prompt.</summary>
    public const ulong VariantStep = 0x9E3779B97F4A7C15UL;

    private ulong _state = seed * 0x9E3779B97F4A7C15UL + 0x1234567;

    /// <summary>Makes a seed from a text by FNV-1a over UTF-8, since string.GetHashCode differs between runs.</summary>
    public static ulong SeedOf(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ part) * 1099511628211UL;
        }

        return hash;
    }

    // SplitMix64.
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;

        return bits ^ (bits >> 31);
    }

    /// <summary>Gives a number from 0 to below 1.</summary>
    public float Unit() => (Next() >> 40) / (float)(1 << 24);

    public float Between(float low, float high) => low + (high - low) * Unit();

    /// <summary>Gives a number from 0 to below <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool Chance(float probability) => Unit() < probability;

    /// <summary>Gives a number around 0, from -2 to 2, mostly from -1 to 1.</summary>
    public float Bell() => Unit() + Unit() + Unit() + Unit() - 2;
}
