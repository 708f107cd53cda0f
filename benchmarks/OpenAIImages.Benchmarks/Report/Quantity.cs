using System.Globalization;

namespace OpenAIImages.Benchmarks.Report;

/// <summary>Writes figures as people read them.</summary>
/// <remarks>KiB and MiB are powers of 1,024; MB is a million bytes.</remarks>
internal static class Quantity
{
    private const double Kilo = 1_024;
    private const double Million = 1_000_000;

    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => Text($"{nanoseconds:0} ns"),
        < 1_000_000 => Text($"{nanoseconds / 1_000:0.0} µs"),
        < 1_000_000_000 => Text($"{nanoseconds / 1_000_000:0.00} ms"),
        _ => Text($"{nanoseconds / 1_000_000_000:0.00} s"),
    };

    public static string Memory(double bytes) => bytes switch
    {
        < Kilo => Text($"{bytes:0} B"),
        < Kilo * Kilo => KiB(bytes),
        _ => Text($"{bytes / Kilo / Kilo:#,0.00} MiB"),
    };

    public static string KiB(double bytes) => Text($"{bytes / Kilo:0.0} KiB");

    public static string MB(double bytes) => Text($"{bytes / Million:#,0.0} MB");

    public static string Bytes(double bytes) => Text($"{bytes:0} B");

    public static string Seconds(double seconds) => Text($"{seconds:0.00} s");

    public static string Count(double count) => Text($"{count:#,0}");

    public static string Times(double factor) => factor switch
    {
        < 0.0995 or (> 0.9 and < 1.1) => Text($"{factor:0.000}x"),
        < 9.95 => Text($"{factor:0.00}x"),
        _ => Text($"{factor:0.0}x"),
    };

    public static string Percent(double factor)
        => factor < 0.0995 ? Text($"{factor * 100:0.0} %") : Text($"{factor * 100:0} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
