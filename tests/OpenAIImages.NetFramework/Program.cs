using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace OpenAIImages.NetFramework
{
    /// <summary>Uses the client on .NET Framework, or on Mono, which stands in for it: .ci/net-framework runs it
    /// against the offline service.</summary>
    internal static class Program
    {
        private static readonly (string Says, Func<Task> Check)[] Checks =
        {
            ("Images go to files, and a taken name is refused, numbered or replaced.", FileChecks.FilesAsync),
            ("A stream brings two previews and then the image.", CallChecks.StreamAsync),
            ("A stream puts the finished image into a file.", CallChecks.StreamToFileAsync),
            ("An edit with a mask changes an image.", CallChecks.EditAsync),
            ("A mask of another size is refused before anything is sent.", CallChecks.WrongMaskAsync),
            ("A link is downloaded, with its progress.", FileChecks.LinkAsync),
            ("The safety system's refusal has a type of its own.", CallChecks.ModerationAsync),
            ("A wrong parameter is refused by its name.", CallChecks.WrongParameterAsync),
            ("Eight calls run at once.", CallChecks.ParallelAsync),
            ("A container gives the client.", CallChecks.ContainerAsync),
            ("A result is written as JSON and read again.", CallChecks.DocumentAsync),
            ("A span tells of the call.", CallChecks.SpanAsync),
            ("A call that is cancelled before it is sent costs nothing.", CancellationChecks.BeforeAsync),
            ("A call that is cancelled while the service works ends at once.", CancellationChecks.WaitingAsync),
            ("A call that is cancelled while its image arrives ends at once.", CancellationChecks.ArrivingAsync),
            ("A stream that is cancelled after its first preview ends at once.", CancellationChecks.StreamAsync),
            ("An attempt that runs out of time is not repeated.", MoneyChecks.TimeoutAsync),
            ("A request whose connection is lost is not repeated.", MoneyChecks.LostAsync),
            ("A reply that breaks off is not asked for again.", MoneyChecks.CutAsync),
            ("A server that is not there costs nothing.", MoneyChecks.NobodyThereAsync),
            ("A reply of 503 is repeated, and a redirect is not followed.", MoneyChecks.StatusAsync),
        };

        private static async Task<int> Main()
        {
            Console.WriteLine($"{Environment.OSVersion}, {Runtime()}");
            var failed = 0;
            foreach (var (says, check) in Checks)
            {
                var watch = Stopwatch.StartNew();
                try
                {
                    await check();
                    Console.WriteLine($"  ok     {says} ({watch.ElapsedMilliseconds} ms)");
                }
                catch (Exception e)
                {
                    failed++;
                    Console.WriteLine($"  FAILED {says}");
                    Console.WriteLine(e);
                }
            }

            Console.WriteLine($"{Checks.Length - failed} checks passed, {failed} failed.");

            return failed == 0 ? 0 : 1;
        }

        private static string Runtime()
            => (Type.GetType("Mono.Runtime") is null ? ".NET Framework " : "Mono ") + Environment.Version;
    }
}
