using System;
using System.Threading.Tasks;

namespace OpenAIImages.NetFramework
{
    /// <summary>The assertions of the checks.</summary>
    /// <remarks>A test framework would bring packages that few programs on .NET Framework have.</remarks>
    internal static class Expect
    {
        /// <summary>The longest time that a check may take.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

        public static void Equal<T>(T expected, T found)
        {
            if (!Equals(expected, found))
            {
                throw new InvalidOperationException($"Expected {expected}, found {found}.");
            }
        }

        public static async Task<T> ThrowsAsync<T>(Func<Task> call)
            where T : Exception
        {
            try
            {
                await InTimeAsync(call());
            }
            catch (T expected)
            {
                return expected;
            }

            throw new InvalidOperationException($"Expected an exception of type {typeof(T).Name}, found none.");
        }

        public static async Task InTimeAsync(Task call)
        {
            if (await Task.WhenAny(call, Task.Delay(Patience)) != call)
            {
                throw new TimeoutException($"The call has not ended after {Patience.TotalSeconds} seconds.");
            }

            await call;
        }
    }
}
