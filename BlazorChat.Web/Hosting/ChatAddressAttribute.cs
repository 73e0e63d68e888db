namespace BlazorChat.Web.Hosting;

/// <summary>
/// Marks an address within the chat, relative to where the chat is: <c>chat/files/…</c>. A page resolves it by its base;
/// JSON, which has none, is given it from the root of the host: <c>/chat-app/chat/files/…</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ChatAddressAttribute : Attribute;
