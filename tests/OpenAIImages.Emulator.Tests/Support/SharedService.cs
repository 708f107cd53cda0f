namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>One service with the default options for all tests of a class.</summary>
public sealed class SharedService : IAsyncLifetime
{
    public Service Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await Service.StartAsync();

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
