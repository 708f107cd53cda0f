using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>An engine that calls a function of the test.</summary>
internal sealed class FunctionEngine(Func<PictureRequest, Picture> paint) : IPictureEngine
{
    public Picture Paint(PictureRequest request, CancellationToken cancellationToken = default) => paint(request);
}
