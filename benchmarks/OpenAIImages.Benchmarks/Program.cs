// Measures the client and its rivals. The commands are in README.md beside this file.
using OpenAIImages.Benchmarks;

if (args is ["short", ..])
{
    RunLength.IsShort = true;
    args = args[1..];
}

var suite = new Suite();

return args switch
{
    [] => await suite.RunAllAsync(),
    ["processes", .. var names] => await suite.RunProcessesAsync(names),
    ["targets"] => suite.Report(),
    _ => suite.RunStages(args),
};
