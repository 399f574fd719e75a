namespace Sluice;

/// <summary>One thing that a decision changes in the store.</summary>
public abstract record DecisionEffect
{
    private protected DecisionEffect()
    {
    }
}
