using System.Globalization;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>Calls over a connection.</summary>
/// <param name="AtOnce">The number of calls at once.</param>
/// <param name="MiB">The size of the picture of each call, in MiB.</param>
public sealed record RoundTripShape(int AtOnce, int MiB)
{
    /// <summary>Returns the name of the case in tables.</summary>
    /// <returns>For example <c>8 at once, 2 MiB</c>.</returns>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{AtOnce} at once, {MiB} MiB");
}
