namespace Sluice.Pipeline;

/// <summary>What is to be done about one record or link, before anything was read again.</summary>
internal abstract record Decision;
