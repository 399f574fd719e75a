namespace Sluice;

/// <summary>
/// The store cannot be read or written. What is not remembered must not be done: everything stops, not one pairing.
/// </summary>
/// <param name="message">What is wrong and what to do, in whole sentences.</param>
/// <param name="cause">What the system said; null where the store found it out itself.</param>
public abstract class StorageException(string message, Exception? cause) : Exception(message, cause);
