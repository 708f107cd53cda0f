using OpenAIImages.Emulator;

namespace Docs.Support;

/// <summary>Sends all requests to an emulator, so that the code of a guide can name a real address.</summary>
internal sealed class OtherAddress : DelegatingHandler
{
    private readonly ImageEmulator _emulator;

    public OtherAddress(ImageEmulator emulator)
        : base(new SocketsHttpHandler())
        => _emulator = emulator;

    /// <summary>Gets the addresses of the requests, in order.</summary>
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
            // The client accepts only a reply from the address of its request.
            request.RequestUri = asked;
        }
    }
}
