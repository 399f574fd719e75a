using Sluice.Benchmarks;

return await BenchmarkCommand.Create().Parse(args).InvokeAsync();
