using OpenAIImages.Faults.Faults;

namespace OpenAIImages.Faults.Proxies;

/// <summary>Says what goes wrong next.</summary>
internal interface IFaultSource
{
    /// <summary>Takes the fault of a request that is about to be read.</summary>
    /// <param name="isLink">Whether it fetches a link, which costs nothing.</param>
    Fault Next(bool isLink);
}
