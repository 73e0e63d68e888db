namespace BlazorChat.Tests.Support;

/// <summary>A chat on SQLite, whatever the run is about: for tests of the file itself.</summary>
public sealed class SqliteApp() : ChatApp([], isOnPostgres: false);
