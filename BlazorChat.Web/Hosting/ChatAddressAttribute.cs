namespace BlazorChat.Web.Hosting;

/// <summary>
/// Marks an address relative to the chat's root: <c>chat/files/…</c>. A page resolves it against its base address. JSON has
/// no base, so there it is written from the root of the host: <c>/chat-app/chat/files/…</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ChatAddressAttribute : Attribute;
