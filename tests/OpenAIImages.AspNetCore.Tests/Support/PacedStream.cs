namespace OpenAIImages.AspNetCore.Tests.Support;

/// <summary>A stream that gives some bytes at once, and the rest when the test releases it.</summary>
internal sealed class PacedStream(byte[] first, Func<Task<byte[]>> rest) : MemoryStream(first)
{
    private MemoryStream? _rest;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position < Length)
        {
            return await base.ReadAsync(buffer, cancellationToken);
        }

        _rest ??= new MemoryStream(await rest().WaitAsync(cancellationToken));

        return await _rest.ReadAsync(buffer, cancellationToken);
    }
}
