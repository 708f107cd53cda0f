using System.Threading;
using System.Threading.Tasks;

namespace OpenAIImages.CSharp9.Tests
{
    /// <summary>A fake that keeps the arguments of the last call.</summary>
    internal sealed class RecordingClient : DelegatingImageClient
    {
        public string? Prompt { get; private set; }

        public ImageDestination? Destination { get; private set; }

        public CancellationToken Token { get; private set; }

        public override Task<ImageResult> GenerateAsync(
            GenerateImageRequest request,
            ImageDestination? destination = null,
            CancellationToken cancellationToken = default)
            => Note(request, destination, cancellationToken);

        public override Task<ImageResult> EditAsync(
            EditImageRequest request,
            ImageDestination? destination = null,
            CancellationToken cancellationToken = default)
            => Note(request, destination, cancellationToken);

        private Task<ImageResult> Note(
            PromptedImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
        {
            (Prompt, Destination, Token) = (request.Prompt, destination, cancellationToken);

            return Task.FromResult(new ImageResult(System.Array.Empty<ImageOutput>()));
        }
    }
}
