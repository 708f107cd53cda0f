namespace OpenAIImages.Emulator.Tests.Hosting;

/// <summary>Queries of a link, in which <c>SE</c> and <c>SIG</c> stand for the values of the real link.</summary>
public static class LinkQueries
{
    /// <summary>Gets queries with which the link works.</summary>
    public static TheoryData<string> Right { get; } =
    [
        "?se=SE&sp=r&sig=SIG",
        "?sig=SIG&sp=r&se=SE",
        "?cached=no&se=SE&sp=r&sig=SIG&x=sig",
    ];

    /// <summary>Gets queries with which the link is refused.</summary>
    public static TheoryData<string> Wrong { get; } =
    [
        "",
        "?",
        "?se=SE&sp=r",
        "?se=SE&sp=r&sig=",
        "?se=SE&sp=r&sig=wrong",
        "?se=SE&sp=r&sig=SIG0",
        "?se=SE&sp=r&sig=0SIG",
        "?se=SE&sp=r&sig=wrong&sig=SIG",
        "?se=SE&sp=r&sig=SIG&sig=wrong",
        "?se=SE&sp=r&signature=SIG",
        "?se=SE&sp=r&other=SIG",
        "?SIG",
        "?sig=SIG",
        "?se=SE&sig=SIG",
        "?sp=r&sig=SIG",
        "?se=SE&sp=rw&sig=SIG",
        "?se=2099-01-01T00%3A00%3A00Z&sp=r&sig=SIG",
    ];

    /// <summary>Gives the address of a link with another query.</summary>
    /// <param name="link">The real link.</param>
    /// <param name="query">The query.</param>
    public static string Put(Uri link, string query)
    {
        var parameters = link.Query[1..].Split('&').Select(parameter => parameter.Split('=')).ToDictionary(
            pair => pair[0], pair => pair[1], StringComparer.Ordinal);

        return link.GetLeftPart(UriPartial.Path) + query
            .Replace("SIG", parameters["sig"], StringComparison.Ordinal)
            .Replace("SE", parameters["se"], StringComparison.Ordinal);
    }
}
