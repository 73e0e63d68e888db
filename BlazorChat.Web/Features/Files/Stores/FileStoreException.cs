namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// A remote store failed: it cannot be reached, does not answer in time, or refuses. The file and the request are fine, and a
/// retry may succeed.
/// </summary>
public sealed class FileStoreException(string message, Exception? cause = null) : IOException(message, cause);
