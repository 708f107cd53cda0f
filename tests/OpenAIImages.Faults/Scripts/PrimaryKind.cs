namespace OpenAIImages.Faults.Scripts;

/// <summary>The primary handlers that users give to a client from a container.</summary>
internal enum PrimaryKind
{
    Sockets,
    SocketsByTheirOwnMethod,
    WrappedSockets,

    /// <summary>A handler without a callback for connections. The kinds from this one on have none.</summary>
    Client,
    DerivedClient,
}
