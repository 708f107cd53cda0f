using OpenAIImages.Faults.Faults;

namespace OpenAIImages.Faults.Proxies;

/// <summary>Gives the fault of the next exchange.</summary>
internal interface IFaultSource
{
    /// <summary>Returns the fault of the request that the proxy reads next.</summary>
    /// <param name="isLink">Whether the request fetches a link, which costs nothing.</param>
    Fault Next(bool isLink);

    /// <summary>Lets the time limit of the client pass.</summary>
    /// <remarks>The proxy calls this method again and again while only that limit can end the exchange.</remarks>
    void EndPatience()
    {
    }
}
