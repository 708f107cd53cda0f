using OpenAIImages.Faults.Faults;

namespace OpenAIImages.Faults.Proxies;

/// <summary>Gives the fault of the next exchange.</summary>
internal interface IFaultSource
{
    /// <summary>Takes the fault of a request that is about to be read.</summary>
    /// <param name="isLink">Whether the request fetches a link, which costs nothing.</param>
    Fault Next(bool isLink);
}
