using Sluice.Simulation;

return SimulationCommand.Create().Parse(args).Invoke();
