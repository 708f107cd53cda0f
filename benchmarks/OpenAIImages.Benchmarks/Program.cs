// Measures the client beside its rivals. The commands are in README.md beside this file.
using OpenAIImages.Benchmarks;

var suite = new Suite();

return args switch
{
    [] => await suite.RunAllAsync(),
    ["processes"] => await suite.RunProcessesAsync(),
    ["targets"] => suite.Report(),
    _ => suite.RunStages(args),
};
