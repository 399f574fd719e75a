namespace Sluice.Pipeline;

/// <summary>Tells what is wrong with one record from what is wrong with its system.</summary>
internal static class RecordFailure
{
    /// <summary>Whether others may well be read where one could not: it alone waits.</summary>
    public static bool IsOfOneRecord(this RemoteException failure) =>
        failure.Failure is RemoteFailure.Malformed or RemoteFailure.ServerError or RemoteFailure.RightMissing;
}
