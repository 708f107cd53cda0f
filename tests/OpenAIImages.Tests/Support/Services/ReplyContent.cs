using System.Text;

namespace OpenAIImages.Tests.Support;

/// <summary>The body of a reply that knows whether it was disposed.</summary>
internal sealed class ReplyContent(string body) : ByteArrayContent(Encoding.UTF8.GetBytes(body))
{
    public bool IsDisposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
