namespace OpenAIImages.AspNetCore.Tests.Support;

/// <summary>Gives some bytes, and what comes behind them when the test lets it.</summary>
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
