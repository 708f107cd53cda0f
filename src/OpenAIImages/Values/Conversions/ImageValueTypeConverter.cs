using System.ComponentModel;
using System.Globalization;

namespace OpenAIImages;

/// <summary>Converts a value from and to text, for configuration, data grids and other users of type
/// converters.</summary>
/// <typeparam name="T">The value's type.</typeparam>
internal sealed class ImageValueTypeConverter<T> : TypeConverter
    where T : struct, IImageValue<T>
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType)
        => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType)
        => destinationType == typeof(string) || base.CanConvertTo(context, destinationType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        => value is not string text ? base.ConvertFrom(context, culture, value)
            : default(T).TryRead(text, out var read) ? read
            : throw ImageValueText.Fault(typeof(T), text);

    public override object? ConvertTo(
        ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType)
        => destinationType == typeof(string) && value is T own
            ? own.ToString()
            : base.ConvertTo(context, culture, value, destinationType);
}
