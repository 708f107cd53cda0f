namespace OpenAIImages.Faults.Scripts;

/// <summary>The primary handlers that users give to a client from a container.</summary>
internal enum PrimaryKind
{
    Sockets,
    SocketsByTheirOwnMethod,
    WrappedSockets,

    /// <summary>The first of those that cannot be told how to connect.</summary>
    Client,
    DerivedClient,
}
