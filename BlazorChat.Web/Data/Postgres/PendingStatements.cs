using Npgsql;

namespace BlazorChat.Web.Data.Postgres;

/// <summary>The statements that write pending rows: one for each table, all in one round trip.</summary>
internal static class PendingStatements
{
    public static NpgsqlBatch For(PendingRows rows, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        var batch = new NpgsqlBatch(connection, transaction);
        if (rows.Entries is { Count: > 0 } entries)
            Add(batch,
                """
                INSERT INTO log ("Position", "Kind", "RoomId", "UserId", "Subject", "Detail", "At")
                SELECT * FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[])
                """,
                All(entries, e => e.Position), All(entries, e => e.Kind.Number), All(entries, e => e.RoomId),
                All(entries, e => e.UserId), All(entries, e => e.Subject), All(entries, e => e.Detail), All(entries, e => e.At));
        if (rows.Messages is { Count: > 0 } messages)
        {
            Add(batch,
                """
                INSERT INTO messages ("Id", "RoomId", "Number", "AuthorId", "Text", "Type", "PostedAt", "ClientId", "ReplyToId", "ThreadId")
                SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::int[], $7::bigint[], $8::text[], $9::bigint[], $10::bigint[])
                """,
                All(messages, m => m.Id), All(messages, m => m.RoomId), All(messages, m => m.Number), All(messages, m => m.AuthorId),
                All(messages, m => m.Text), All(messages, m => (int)m.Type), All(messages, m => m.PostedAt),
                All(messages, m => m.ClientId), All(messages, m => m.ReplyToId), All(messages, m => m.ThreadId));
            if (messages.FindAll(message => message.IsAnswer) is { Count: > 0 } answers)
                Add(batch,
                    """
                    INSERT INTO answers ("UserId", "MessageId")
                    SELECT DISTINCT original."AuthorId", answer.id
                    FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[]) AS answer (id, quoted, root, author)
                    JOIN messages original ON original."Id" IN (answer.quoted, answer.root) AND original."AuthorId" <> answer.author
                    """,
                    All(answers, m => m.Id), All(answers, m => m.ReplyToId), All(answers, m => m.ThreadId), All(answers, m => m.AuthorId));
        }
        if (rows.Numbers.Count > 0)
        {
            var last = rows.Numbers.GroupBy(n => n.RoomId, (_, all) => all.Last()).ToList();
            Add(batch,
                """
                UPDATE rooms SET "LastNumber" = now.number, "LastMessageAt" = now.at
                FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS now (id, number, at) WHERE "Id" = now.id
                """,
                All(last, n => n.RoomId), All(last, n => n.LastNumber), All(last, n => n.LastMessageAt));
        }
        if (rows.ReadMarks.Count > 0)
        {
            var last = rows.ReadMarks.GroupBy(r => (r.RoomId, r.UserId), (_, all) => all.Last()).ToList();
            Add(batch,
                """
                UPDATE memberships SET "ReadNumber" = now.number
                FROM unnest($1::text[], $2::text[], $3::bigint[]) AS now (room, member, number)
                WHERE "RoomId" = now.room AND "UserId" = now.member AND "ReadNumber" < now.number
                """,
                All(last, r => r.RoomId), All(last, r => r.UserId), All(last, r => r.ReadNumber));
        }
        if (rows.Head is { } head)
            Add(batch, """UPDATE log_state SET "Head" = $1""", head);
        return batch;
    }

    private static T[] All<TRow, T>(List<TRow> rows, Func<TRow, T> column) => [.. rows.Select(column)];

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
