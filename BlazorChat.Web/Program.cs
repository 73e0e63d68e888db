using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Invites;
using BlazorChat.Web.Features.Direct;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Moderation;
using BlazorChat.Web.Features.Presence;
using BlazorChat.Web.Features.Reactions;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Users;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Layout;
using BlazorChat.Web.Live;

var builder = WebApplication.CreateBuilder(Start.Options(args));
builder.AddHosting();
builder.Services.AddStorage();
builder.Services.AddAccounts();
builder.Services.AddRooms();
builder.Services.AddInvites();
builder.Services.AddDirect();
builder.Services.AddMessages();
builder.Services.AddModeration();
builder.Services.AddPresence();
builder.Services.AddLive();
builder.Services.AddPages();

var app = builder.Build();
await app.PrepareStorageAsync();

app.UseHosting();
app.UseAuthentication();
app.UseSameOriginOnly();
app.UseAuthorization();
app.UseRateLimiter();
app.UseAntiforgery();

app.MapAuth();
var chat = app.MapGroup("/chat").RequireAuthorization().DisableCookieRedirect();
chat.MapMessages();
chat.MapReactions();
chat.MapRooms();
chat.MapInvites();
chat.MapModeration();
chat.MapDirect();
chat.MapUsers();
chat.MapPresence();
chat.MapLive();
app.MapOperations();
app.MapPages();

await app.RunAsync();
