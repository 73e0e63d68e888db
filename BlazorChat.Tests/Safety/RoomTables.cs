namespace BlazorChat.Tests.Safety;

/// <summary>
/// Who may do what in a room. <c>{own}</c> is a message of the caller, where they have one; <c>{message}</c> is somebody
/// else's, as <c>{target}</c> is somebody else: a plain member.
/// </summary>
internal static class RoomTables
{
    /// <summary>For everyone who does not belong to it, a private room does not exist, whatever their role.</summary>
    public static readonly Table Private = new("""
                                                       nobody stranger former muted member moderator owner administrator deactivated
        GET    /chat/room/{room}                          401      404    404   200    200       200   200           404         401
        PATCH  /chat/room/{room}                          401      404    404   403    403       200   200           404         401  {"topic":"Steam"}
        DELETE /chat/room/{room}                          401      404    404   403    403       403   204           404         401
        POST   /chat/room/{room}/join                     401      404    404   204    204       204   204           404         401
        POST   /chat/room/{room}/leave                    401      404    404   204    204       204   409           404         401
        POST   /chat/room/{room}/read                     401      404    404   204    204       204   204           404         401  {"message_id":"{message}"}
        POST   /chat/room/{room}/unread                   401      404    404   204    204       204   204           404         401  {"message_id":"{message}"}
        PUT    /chat/room/{room}/preferences              401      404    404   204    204       204   204           404         401  {"pinned":true}
        PUT    /chat/room/{room}/draft                    401      404    404   200    200       200   200           404         401  {"text":"Begun"}
        GET    /chat/room/{room}/members                  401      404    404   200    200       200   200           404         401
        PUT    /chat/room/{room}/members/{newcomer}       401      404    404   403    403       204   204           404         401  {"role":"member"}
        PUT    /chat/room/{room}/members/{target}         401      404    404   403    403       403   204           404         401  {"role":"moderator"}
        DELETE /chat/room/{room}/members/{target}         401      404    404   403    403       204   204           404         401
        PUT    /chat/room/{room}/members/{target}/silence 401      404    404   403    403       204   204           404         401  {"seconds":60}
        DELETE /chat/room/{room}/members/{muted}/silence  401      404    404   403    403       204   204           404         401
        GET    /chat/room/{room}/history                  401      404    404   200    200       200   200           404         401
        GET    /chat/room/{room}/pins                     401      404    404   200    200       200   200           404         401
        GET    /chat/room/{room}/threads/{message}        401      404    404   200    200       200   200           404         401
        GET    /chat/room/{room}/events                   401      404    404   200    200       200   200           404         401
        GET    /chat/room/{room}/poll?wait=0              401      404    404   200    200       200   200           404         401
        POST   /chat/messages                             401      404    404   403    201       201   201           404         401  {"room_id":"{room}","message":"Hello"}
        POST   /chat/messages/render                      401      404    404   403    200       200   200           404         401  {"room_id":"{room}","message":"Hello"}
        PATCH  /chat/messages/{own}                       401      404    404   403    200       200   200           404         401  {"message":"Better"}
        PATCH  /chat/messages/{message}                   401      404    404   403    403       403   403           404         401  {"message":"Nicer"}
        DELETE /chat/messages/{own}                       401      404    404   204    204       204   204           404         401
        DELETE /chat/messages/{own}/previews/{index}      401      404    404   204    204       204   204           404         401
        DELETE /chat/messages/{message}                   401      404    404   403    403       204   204           404         401
        DELETE /chat/messages/{message}/previews/{index}  401      404    404   403    403       204   204           404         401
        POST   /chat/messages/{message}/report            401      404    404   204    204       204   204           404         401  {"reason":"Rude"}
        POST   /chat/reactions                            401      404    404   403    200       200   200           404         401  {"message_id":"{message}","reaction":"👍"}
        DELETE /chat/reactions                            401      404    404   403    200       200   200           404         401  {"message_id":"{message}","reaction":"👍"}
        PUT    /chat/messages/{message}/pin               401      404    404   403    204       204   204           404         401
        DELETE /chat/messages/{message}/pin               401      404    404   403    204       204   204           404         401
        PUT    /chat/threads/{message}/follow             401      404    404   204    204       204   204           404         401
        DELETE /chat/threads/{message}/follow             401      404    404   204    204       204   204           404         401
        PUT    /chat/messages/{message}/save              401      404    404   204    204       204   204           404         401
        DELETE /chat/messages/{message}/save              401      404    404   204    204       204   204           404         401
        POST   /chat/threads/{message}/read               401      404    404   204    204       204   204           404         401  {"message_id":"{message}"}
        POST   /chat/threads/{message}/unread             401      404    404   204    204       204   204           404         401  {"message_id":"{message}"}
        POST   /chat/files                                401      404    404   403    201       201   201           404         401  file
        GET    /chat/files/{file}/{name}                  401      404    404   200    200       200   200           404         401
        HEAD   /chat/files/{file}/{name}                  401      404    404   200    200       200   200           404         401
        GET    /chat/files/{file}/thumbnail               401      404    404   200    200       200   200           404         401
        GET    /chat/previews/{preview}                   401      404    404   200    200       200   200           404         401
        HEAD   /chat/previews/{preview}                   401      404    404   200    200       200   200           404         401
        HEAD   /chat/files/{file}/thumbnail               401      404    404   200    200       200   200           404         401
        GET    /chat/files/{file}/{name}/thumbnail        401      404    404   200    200       200   200           404         401
        HEAD   /chat/files/{file}/{name}/thumbnail        401      404    404   200    200       200   200           404         401
        GET    /chat/room/{room}/files                    401      404    404   200    200       200   200           404         401
        POST   /chat/typing                               401      404    404   403    204       204   204           404         401  {"room_id":"{room}","is_typing":true}
        GET    /chat/room/{room}/reports                  401      404    404   403    403       200   200           404         401
        POST   /chat/room/{room}/reports/{report}         401      404    404   403    403       204   204           404         401  {"outcome":"dismissed"}
        GET    /chat/room/{room}/invites                  401      404    404   403    403       200   200           404         401
        POST   /chat/room/{room}/invites                  401      404    404   403    403       201   201           404         401  {}
        DELETE /chat/room/{room}/invites/{invite}         401      404    404   403    403       204   204           404         401
        GET    /chat/invites/{code}                       401      200    200   200    200       200   200           200         401
        POST   /chat/invites/{code}                       401      200    200   200    200       200   200           200         401
        """);

    /// <summary>Everyone reads a public room and writes in it; administrators moderate it without belonging to it.</summary>
    public static readonly Table Public = new("""
                                                       nobody stranger former muted member moderator owner administrator deactivated
        GET    /chat/room/{room}                          401      200    200   200    200       200   200           200         401
        PATCH  /chat/room/{room}                          401      403    403   403    403       200   200           200         401  {"topic":"Steam"}
        DELETE /chat/room/{room}                          401      403    403   403    403       403   204           204         401
        POST   /chat/room/{room}/join                     401      204    204   204    204       204   204           204         401
        POST   /chat/room/{room}/leave                    401      204    204   204    204       204   409           204         401
        POST   /chat/room/{room}/read                     401      204    204   204    204       204   204           204         401  {"message_id":"{message}"}
        POST   /chat/room/{room}/unread                   401      403    403   204    204       204   204           403         401  {"message_id":"{message}"}
        PUT    /chat/room/{room}/preferences              401      403    403   204    204       204   204           403         401  {"pinned":true}
        PUT    /chat/room/{room}/draft                    401      200    200   200    200       200   200           200         401  {"text":"Begun"}
        GET    /chat/room/{room}/members                  401      200    200   200    200       200   200           200         401
        PUT    /chat/room/{room}/members/{newcomer}       401      403    403   403    403       204   204           204         401  {"role":"member"}
        PUT    /chat/room/{room}/members/{target}         401      403    403   403    403       403   204           204         401  {"role":"moderator"}
        DELETE /chat/room/{room}/members/{target}         401      403    403   403    403       204   204           204         401
        PUT    /chat/room/{room}/members/{target}/silence 401      403    403   403    403       204   204           204         401  {"seconds":60}
        DELETE /chat/room/{room}/members/{muted}/silence  401      403    403   403    403       204   204           204         401
        GET    /chat/room/{room}/history                  401      200    200   200    200       200   200           200         401
        GET    /chat/room/{room}/pins                     401      200    200   200    200       200   200           200         401
        GET    /chat/room/{room}/threads/{message}        401      200    200   200    200       200   200           200         401
        GET    /chat/room/{room}/events                   401      200    200   200    200       200   200           200         401
        GET    /chat/room/{room}/poll?wait=0              401      200    200   200    200       200   200           200         401
        POST   /chat/messages                             401      201    201   403    201       201   201           201         401  {"room_id":"{room}","message":"Hello"}
        POST   /chat/messages/render                      401      200    200   403    200       200   200           200         401  {"room_id":"{room}","message":"Hello"}
        PATCH  /chat/messages/{own}                       401      403    200   403    200       200   200           403         401  {"message":"Better"}
        PATCH  /chat/messages/{message}                   401      403    403   403    403       403   403           403         401  {"message":"Nicer"}
        DELETE /chat/messages/{own}                       401      403    204   204    204       204   204           204         401
        DELETE /chat/messages/{own}/previews/{index}      401      403    204   204    204       204   204           204         401
        DELETE /chat/messages/{message}                   401      403    403   403    403       204   204           204         401
        DELETE /chat/messages/{message}/previews/{index}  401      403    403   403    403       204   204           204         401
        POST   /chat/messages/{message}/report            401      204    204   204    204       204   204           204         401  {"reason":"Rude"}
        POST   /chat/reactions                            401      200    200   403    200       200   200           200         401  {"message_id":"{message}","reaction":"👍"}
        DELETE /chat/reactions                            401      200    200   403    200       200   200           200         401  {"message_id":"{message}","reaction":"👍"}
        PUT    /chat/messages/{message}/pin               401      204    204   403    204       204   204           204         401
        DELETE /chat/messages/{message}/pin               401      204    204   403    204       204   204           204         401
        PUT    /chat/threads/{message}/follow             401      204    204   204    204       204   204           204         401
        DELETE /chat/threads/{message}/follow             401      204    204   204    204       204   204           204         401
        PUT    /chat/messages/{message}/save              401      204    204   204    204       204   204           204         401
        DELETE /chat/messages/{message}/save              401      204    204   204    204       204   204           204         401
        POST   /chat/threads/{message}/read               401      204    204   204    204       204   204           204         401  {"message_id":"{message}"}
        POST   /chat/threads/{message}/unread             401      204    204   204    204       204   204           204         401  {"message_id":"{message}"}
        POST   /chat/files                                401      201    201   403    201       201   201           201         401  file
        GET    /chat/files/{file}/{name}                  401      200    200   200    200       200   200           200         401
        HEAD   /chat/files/{file}/{name}                  401      200    200   200    200       200   200           200         401
        GET    /chat/files/{file}/thumbnail               401      200    200   200    200       200   200           200         401
        GET    /chat/previews/{preview}                   401      200    200   200    200       200   200           200         401
        HEAD   /chat/previews/{preview}                   401      200    200   200    200       200   200           200         401
        HEAD   /chat/files/{file}/thumbnail               401      200    200   200    200       200   200           200         401
        GET    /chat/files/{file}/{name}/thumbnail        401      200    200   200    200       200   200           200         401
        HEAD   /chat/files/{file}/{name}/thumbnail        401      200    200   200    200       200   200           200         401
        GET    /chat/room/{room}/files                    401      200    200   200    200       200   200           200         401
        POST   /chat/typing                               401      204    204   403    204       204   204           204         401  {"room_id":"{room}","is_typing":true}
        GET    /chat/room/{room}/reports                  401      403    403   403    403       200   200           200         401
        POST   /chat/room/{room}/reports/{report}         401      403    403   403    403       204   204           204         401  {"outcome":"dismissed"}
        GET    /chat/room/{room}/invites                  401      403    403   403    403       200   200           200         401
        POST   /chat/room/{room}/invites                  401      403    403   403    403       201   201           201         401  {}
        DELETE /chat/room/{room}/invites/{invite}         401      403    403   403    403       204   204           204         401
        GET    /chat/invites/{code}                       401      200    200   200    200       200   200           200         401
        POST   /chat/invites/{code}                       401      200    200   200    200       200   200           200         401
        """);

    /// <summary>A direct room always stays between the same two people: here the member talks with the target.</summary>
    public static readonly Table Direct = new("""
                                                       nobody stranger member administrator deactivated
        GET    /chat/room/{room}                          401      404    200           404         401
        PATCH  /chat/room/{room}                          401      404    403           404         401  {"topic":"Steam"}
        DELETE /chat/room/{room}                          401      404    403           404         401
        POST   /chat/room/{room}/join                     401      404    403           404         401
        POST   /chat/room/{room}/leave                    401      404    403           404         401
        POST   /chat/room/{room}/read                     401      404    204           404         401  {"message_id":"{message}"}
        POST   /chat/room/{room}/unread                   401      404    204           404         401  {"message_id":"{message}"}
        PUT    /chat/room/{room}/preferences              401      404    204           404         401  {"pinned":true}
        PUT    /chat/room/{room}/draft                    401      404    200           404         401  {"text":"Begun"}
        GET    /chat/room/{room}/members                  401      404    200           404         401
        PUT    /chat/room/{room}/members/{newcomer}       401      404    403           404         401  {"role":"member"}
        DELETE /chat/room/{room}/members/{target}         401      404    403           404         401
        PUT    /chat/room/{room}/members/{target}/silence 401      404    403           404         401  {"seconds":60}
        DELETE /chat/room/{room}/members/{target}/silence 401      404    403           404         401
        GET    /chat/room/{room}/history                  401      404    200           404         401
        GET    /chat/room/{room}/pins                     401      404    200           404         401
        GET    /chat/room/{room}/threads/{message}        401      404    200           404         401
        GET    /chat/room/{room}/events                   401      404    200           404         401
        GET    /chat/room/{room}/poll?wait=0              401      404    200           404         401
        POST   /chat/messages                             401      404    201           404         401  {"room_id":"{room}","message":"Hello"}
        POST   /chat/messages/render                      401      404    200           404         401  {"room_id":"{room}","message":"Hello"}
        PATCH  /chat/messages/{own}                       401      404    200           404         401  {"message":"Better"}
        PATCH  /chat/messages/{message}                   401      404    403           404         401  {"message":"Nicer"}
        DELETE /chat/messages/{own}                       401      404    204           404         401
        DELETE /chat/messages/{own}/previews/{index}      401      404    204           404         401
        DELETE /chat/messages/{message}                   401      404    403           404         401
        DELETE /chat/messages/{message}/previews/{index}  401      404    403           404         401
        POST   /chat/messages/{message}/report            401      404    204           404         401  {"reason":"Rude"}
        POST   /chat/reactions                            401      404    200           404         401  {"message_id":"{message}","reaction":"👍"}
        DELETE /chat/reactions                            401      404    200           404         401  {"message_id":"{message}","reaction":"👍"}
        PUT    /chat/messages/{message}/pin               401      404    204           404         401
        DELETE /chat/messages/{message}/pin               401      404    204           404         401
        PUT    /chat/threads/{message}/follow             401      404    204           404         401
        DELETE /chat/threads/{message}/follow             401      404    204           404         401
        PUT    /chat/messages/{message}/save              401      404    204           404         401
        DELETE /chat/messages/{message}/save              401      404    204           404         401
        POST   /chat/threads/{message}/read               401      404    204           404         401  {"message_id":"{message}"}
        POST   /chat/threads/{message}/unread             401      404    204           404         401  {"message_id":"{message}"}
        POST   /chat/files                                401      404    201           404         401  file
        GET    /chat/files/{file}/{name}                  401      404    200           404         401
        HEAD   /chat/files/{file}/{name}                  401      404    200           404         401
        GET    /chat/files/{file}/thumbnail               401      404    200           404         401
        GET    /chat/previews/{preview}                   401      404    200           404         401
        HEAD   /chat/previews/{preview}                   401      404    200           404         401
        HEAD   /chat/files/{file}/thumbnail               401      404    200           404         401
        GET    /chat/files/{file}/{name}/thumbnail        401      404    200           404         401
        HEAD   /chat/files/{file}/{name}/thumbnail        401      404    200           404         401
        GET    /chat/room/{room}/files                    401      404    200           404         401
        POST   /chat/typing                               401      404    204           404         401  {"room_id":"{room}","is_typing":true}
        GET    /chat/room/{room}/reports                  401      404    403           404         401
        POST   /chat/room/{room}/reports/{report}         401      404    403           404         401  {"outcome":"dismissed"}
        GET    /chat/room/{room}/invites                  401      404    403           404         401
        POST   /chat/room/{room}/invites                  401      404    403           404         401  {}
        DELETE /chat/room/{room}/invites/{invite}         401      404    403           404         401
        """);
}
