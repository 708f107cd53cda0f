using System.Collections;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace OpenAIImages.Tests.Support;

/// <summary>Walks the state and the scopes of each log entry as exporters do, and keeps each value.</summary>
internal sealed class LoggedState : ILoggerProvider, ISupportExternalScope, ILogger
{
    private const int Deepest = 8;

    private readonly List<object?> _states = [];
    private readonly List<string> _values = [];
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    /// <summary>The values so far. The states are walked again, since some make their values only when they are
    /// read.</summary>
    public IReadOnlyList<string> Values
    {
        get
        {
            lock (_states)
            {
                _states.ForEach(state => Walk(state, depth: 0));

                return [.. _values];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public IDisposable BeginScope<TState>(TState state)
        where TState : notnull
        => _scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        lock (_states)
        {
            Keep(state);
            _scopes.ForEachScope(static (scope, logs) => logs.Keep(scope), this);
            _values.Add(formatter(state, exception));
            _values.Add(exception?.ToString() ?? "");
        }
    }

    public void Walk(object? value, int depth)
    {
        if (value is null || depth > Deepest)
        {
            return;
        }

        _values.Add(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        if (value is HttpRequestMessage message)
        {
            Walk(message.Headers, depth + 1);
        }
        else if (value is IEnumerable and not string)
        {
            foreach (var item in (IEnumerable)value)
            {
                Walk(item, depth + 1);
            }
        }
        else if (value.GetType() is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            Walk(type.GetProperty("Key")!.GetValue(value), depth + 1);
            Walk(type.GetProperty("Value")!.GetValue(value), depth + 1);
        }
    }

    public void Dispose()
    {
    }

    private void Keep(object? state)
    {
        _states.Add(state);
        Walk(state, depth: 0);
    }
}
