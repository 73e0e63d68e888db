using System.Text.Json.Nodes;

namespace BlazorChat.Web.Operations.OpenApi;

/// <summary>What fields and parameters look like, by their names, and by those of their types where they differ.</summary>
internal static class Examples
{
    private const string Json =
        """
        {
            "username": "ada", "password": "correct horse battery", "email": "ada@example.org", "code": "492817", "recovery_code": "k7f3-9xqm",
            "user_id": "01f7c1d0b8e24a6a9d0b7a3c5e1f2d4a", "display_name": "Ada Lovelace", "status_text": "Counting", "device": "Firefox on Linux", "address": "203.0.113.7",
            "avatar_url": "/chat/users/01f7c1d0b8e24a6a9d0b7a3c5e1f2d4a/avatar?v=9f2c", "access_token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIwMWY3In0.c2lnbmF0dXJl",
            "token_type": "Bearer", "expires_in": 3600, "refresh_token": "5c2e9a.Zk3v8QpLw1", "token": "bc_pat_5c2e9a_Zk3v8QpLw1",
            "session_id": "5c2e9a", "token_id": "5c2e9b", "passkey_id": "AXfr2m", "secret": "JBSWY3DPEHPK3PXP",
            "uri": "otpauth://totp/BlazorChat:ada?secret=JBSWY3DPEHPK3PXP&issuer=BlazorChat", "codes": ["k7f3-9xqm", "p2wd-4rzt"], "expires_in_days": 90,
            "id": "4711", "room_id": "general", "message_id": "4711", "name": "Engine room", "topic": "Where the wheels turn", "role": "member", "kind": "public",
            "message": "Is this thing on?", "text": "Is this thing on?", "html": "<p>Is this thing on?</p>", "number": 42, "client_id": "1c9b4e", "reply_to": "4702",
            "timestamp": 1764350000000, "edited_at": 1764350060000, "created_at": 1764350000000, "expires_at": 1764953600000, "last_message_at": 1764350000000,
            "last_seen_at": 1764350000000, "last_used_at": 1764350000000, "started_at": 1764350000000, "seen_at": 1764350000000, "opened_at": 1764350000000,
            "posted_at": 1764350000000, "signed_in_at": 1764350000000, "silenced_until": 1764350600000, "at": 1764350000000, "hour": 1764349200000,
            "reaction": "👍", "count": 2, "user_ids": ["01f7c1d0b8e24a6a9d0b7a3c5e1f2d4a"], "mentions": ["01f7c1d0b8e24a6a9d0b7a3c5e1f2d4a"], "unread": 3, "last_number": 42,
            "file_id": "b4d1", "file_name": "notes.txt", "file_url": "/chat/files/b4d1/notes.txt", "content_type": "text/plain", "size": 12,
            "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", "upload_id": "7d20", "offset": 0, "width": 800, "height": 600,
            "thumbnail_url": "/chat/files/b4d1/thumbnail", "cursor": "k3x9:1207", "wait": 25, "before": "4702", "after": "4702", "around": "4702", "limit": 50, "page": 1, "q": "ad",
            "Sent.status": "sent", "Health.status": "alive", "Ready.status": "ready", "event": "message", "status": "online", "notify": "mentions", "posting": "everyone", "outcome": "dismissed", "reason": "Rude to everyone", "seconds": 600,
            "max_uses": 10, "uses": 1, "url": "https://chat.example.org/join/Xy12", "invited_by": "ada", "invite_id": "e10c", "created_by": "ada", "report_id": "17",
            "total": 12, "members": 7, "owners": ["ada"], "messages_per_second": 10, "burst": 20, "message_length": 1000, "streams_per_user": 20,
            "action": "user_banned", "actor_name": "ada", "room_name": "Engine room", "stream_id": "3", "node_id": "9c41", "host_name": "chat-1", "version": "1.0.0"
        }
        """;

    private static readonly JsonObject byName = JsonNode.Parse(Json)!.AsObject();

    public static JsonNode? Of(string name) => byName[name]?.DeepClone();
}
