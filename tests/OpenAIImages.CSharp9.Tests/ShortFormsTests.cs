#pragma warning disable xUnit1051, CA1859 // The tests need the forms without a token and those of the interface.
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace OpenAIImages.CSharp9.Tests
{
    /// <summary>Every form of a call compiles in C# 9, and the prompt, the destination and the token arrive.</summary>
    public sealed class ShortFormsTests : IDisposable
    {
        private readonly RecordingClient _fake = new();
        private readonly CancellationTokenSource _source = new();
        private readonly ImageDestination _destination = ImageDestination.Stream(new MemoryStream());
        private readonly GenerateImageRequest _request = new("w");
        private readonly ImageInput _image = ImageInput.FromFileId("file-1");

        private IImageClient Client => _fake;

        private CancellationToken Token => _source.Token;

        public void Dispose() => _source.Dispose();

        [Fact]
        public async Task A_request_is_sent_in_every_form()
        {
            await Client.GenerateAsync(_request);
            Arrived();
            await Client.GenerateAsync(_request, Token);
            Arrived(token: true);
            await Client.GenerateAsync(_request, _destination);
            Arrived(destination: true);
            await Client.GenerateAsync(_request, _destination, Token);
            Arrived(destination: true, token: true);
            await Client.GenerateAsync(_request, null);
            Arrived();
            await Client.GenerateAsync(_request, default);
            Arrived();
            await Client.GenerateAsync(new("w"), _destination, Token);
            Arrived(destination: true, token: true);
        }

        [Fact]
        public async Task A_new_request_before_a_token_names_its_type()
        {
            await Client.GenerateAsync(new GenerateImageRequest("w"), Token);
            Arrived(token: true);
            await Client.GenerateAsync(new GenerateImageRequest("w") { Size = ImageSize.Square }, Token);
            Arrived(token: true);
        }

        [Fact]
        public async Task A_prompt_is_sent_in_every_form()
        {
            await Client.GenerateAsync("w");
            Arrived();
            await Client.GenerateAsync("w", Token);
            Arrived(token: true);
            await Client.GenerateAsync("w", _destination);
            Arrived(destination: true);
            await Client.GenerateAsync("w", _destination, Token);
            Arrived(destination: true, token: true);
            await Client.EditAsync("w", _image, Token);
            Arrived(token: true);
            await Client.EditAsync("w", new[] { _image, _image }, _destination, Token);
            Arrived(destination: true, token: true);
        }

        private void Arrived(bool destination = false, bool token = false)
        {
            Assert.Equal("w", _fake.Prompt);
            Assert.Same(destination ? _destination : null, _fake.Destination);
            Assert.Equal(token ? Token : CancellationToken.None, _fake.Token);
        }
    }
}
