using System.Data.Common;

namespace BlazorChat.Web.Data;

internal static class DatabaseFailures
{
    /// <summary>
    /// Whether the failure is the database's own: it is away, locked or its disk is full. The same request may succeed later.
    /// </summary>
    public static bool IsOfDatabase(this Exception failure) =>
        failure is DbException || failure.InnerException?.IsOfDatabase() == true;
}
