using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Soaks;

/// <summary>Deals out faults to requests at random: six in ten requests meet none.</summary>
internal sealed class SoakFaults(FaultBook book) : IFaultSource
{
    // Those after which the service is paid again because it asked are left out, so that paying can be counted.
    private readonly Fault[] _passing = [.. book.Passing.Where(fault => !fault.IsRepetitionAskedFor)];

    public Fault Next(bool isLink) => Random.Shared.Next(20) switch
    {
        < 12 => Pick(book.Well),
        _ when isLink => Pick(book.Links),
        < 15 => Pick(_passing),
        < 16 => Pick(book.Final),
        < 18 => Pick(book.Cuts),
        _ => Pick(book.Spoilt),
    };

    private static Fault Pick(IReadOnlyList<Fault> faults) => faults[Random.Shared.Next(faults.Count)];
}
