namespace OpenAIImages.Jobs;

/// <summary>A request to the service that does not ask for an image directly.</summary>
/// <param name="Operation">The name of the operation in telemetry.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below the service's own address, with its query.</param>
internal sealed record ServiceRequest(string Operation, HttpMethod Method, string Path)
{
    /// <summary>Gets the content to send, if there is any.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>Gets whether <see cref="Content"/> can be sent more than once.</summary>
    public bool CanBeSentAgain { get; init; } = true;

    /// <summary>Gets whether the service bills the request. An attempt with an unknown outcome is then not repeated,
    /// since the caller looks it up.</summary>
    public bool CostsMoney { get; init; }

    /// <summary>Gets the media types that the reply may have.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>Gets the wanted part of a file, if it is not the whole file.</summary>
    public FileRange? Range { get; init; }

    /// <summary>Returns an identifier as one part of a path.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="name">The name of the argument that holds the identifier.</param>
    /// <exception cref="ArgumentException">The identifier is blank, or would lead to another address.</exception>
    public static string PartOf(string id, string name)
        => Guard.NotBlank(id, name) is "." or ".." || id.Contains("..")
            ? throw new ArgumentException($"'{id}' is not an identifier.", name)
            : Uri.EscapeDataString(id);
}
