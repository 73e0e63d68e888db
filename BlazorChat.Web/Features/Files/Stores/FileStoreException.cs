namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// A store elsewhere did not do what it was asked: it is out of reach, does not answer in time, or refuses. The file and
/// the person who asked for it are not to blame, and later it may go well.
/// </summary>
public sealed class FileStoreException(string message, Exception? cause = null) : IOException(message, cause);
