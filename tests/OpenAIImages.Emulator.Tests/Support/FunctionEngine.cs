using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>Does what the test says.</summary>
internal sealed class FunctionEngine(Func<PictureRequest, Picture> paint) : IPictureEngine
{
    public Picture Paint(PictureRequest request, CancellationToken cancellationToken = default) => paint(request);
}
