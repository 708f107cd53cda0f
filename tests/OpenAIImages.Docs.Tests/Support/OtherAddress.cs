using OpenAIImages.Emulator;

namespace Docs.Support;

/// <summary>Brings requests to an emulator, whatever address they name, so that code of a guide may name a real
/// one.</summary>
internal sealed class OtherAddress : DelegatingHandler
{
    private readonly ImageEmulator _emulator;

    public OtherAddress(ImageEmulator emulator)
        : base(new SocketsHttpHandler())
        => _emulator = emulator;

    /// <summary>Gets the addresses that were asked for.</summary>
    public List<Uri> Asked { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        Asked.Add(asked);
        request.RequestUri = new Uri(_emulator.Endpoint, asked.PathAndQuery);

        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            // The client accepts a reply of the address it asked alone.
            request.RequestUri = asked;
        }
    }
}
