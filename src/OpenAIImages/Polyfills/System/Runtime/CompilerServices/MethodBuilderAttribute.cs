namespace System.Runtime.CompilerServices;

/// <summary>Does nothing; on newer targets it is <see cref="AsyncMethodBuilderAttribute"/>, which older compilers'
/// targets allow on types alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MethodBuilderAttribute(Type builderType) : Attribute
{
    public Type BuilderType { get; } = builderType;
}
