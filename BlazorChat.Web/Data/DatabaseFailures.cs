using System.Data.Common;

namespace BlazorChat.Web.Data;

internal static class DatabaseFailures
{
    /// <summary>Whether the database itself failed: it may be away, locked or on a full disk, and the same may succeed later.</summary>
    public static bool IsOfDatabase(this Exception failure) =>
        failure is DbException || failure.InnerException?.IsOfDatabase() == true;
}
