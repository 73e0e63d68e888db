namespace BlazorChat.Tests.Safety;

/// <summary>Who may do what that is about no room: whose columns are missing is answered like a member.</summary>
internal static class OtherTables
{
    /// <summary>
    /// One's own account, finding people and rooms, and what is open to all. 400 where nothing better can be said
    /// without an authenticator: it was let in.
    /// </summary>
    public static readonly Table Account = new("""
                                               nobody member administrator deactivated
        POST   /auth/register                     201    201           201         201  {"username":"{free}","password":"correct horse battery"}
        POST   /auth/token                        200    200           200         200  {"username":"{username}","password":"correct horse battery"}
        POST   /auth/refresh                      200    200           200         200  {"refresh_token":"{refresh}"}
        POST   /auth/revoke                       401    204           204         401
        GET    /auth/me                           401    200           200         401
        PATCH  /auth/me                           401    200           200         401  {"status_text":"Counting"}
        PUT    /auth/me/avatar                    401    200           200         401  picture
        DELETE /auth/me/avatar                    401    204           204         401
        GET    /auth/sessions                     401    200           200         401
        DELETE /auth/sessions                     401    204           204         401
        DELETE /auth/sessions/{session}           401    204           204         401
        DELETE /auth/sessions/{others_session}    401    404           404         401
        GET    /auth/tokens                       401    200           200         401
        POST   /auth/tokens                       401    201           201         401  {"name":"Robot","scope":"write"}
        POST   /auth/tokens                       401    403           201         401  {"name":"Root","scope":"admin"}
        DELETE /auth/tokens/{token}               401    204           204         401
        DELETE /auth/tokens/{others_session}      401    404           404         401
        GET    /auth/two-factor                   401    200           200         401
        POST   /auth/two-factor                   401    400           400         401  {"code":"000000"}
        POST   /auth/two-factor/setup             401    200           200         401  {"password":"correct horse battery"}
        POST   /auth/two-factor/off               401    204           204         401  {"password":"correct horse battery"}
        POST   /auth/two-factor/recovery-codes    401    409           409         401  {"password":"correct horse battery"}
        GET    /auth/passkeys                     401    200           200         401
        POST   /auth/passkeys                     401    400           400         401  {"name":"Thumb","credential":{}}
        POST   /auth/passkeys/creation-options    401    200           200         401  {"password":"correct horse battery"}
        POST   /auth/passkeys/request-options     200    200           200         200
        PATCH  /auth/passkeys/{none}              401    404           404         401  {"name":"Thumb"}
        DELETE /auth/passkeys/{none}              401    404           404         401
        POST   /account/logout                    302    302           302         302
        GET    /chat/users                        401    200           200         401
        GET    /chat/users/{someone}              401    200           200         401
        GET    /chat/users/{someone}/avatar       401    200           200         401
        HEAD   /chat/users/{someone}/avatar       401    200           200         401
        GET    /chat/rooms                        401    200           200         401
        POST   /chat/rooms                        401    201           201         401  {"name":"Workshop","id":"{slug}"}
        GET    /chat/rooms/directory              401    200           200         401
        GET    /chat/rooms/list                   401    200           200         401
        POST   /chat/direct                       401    201           201         401  {"user_id":"{someone}"}
        GET    /chat/search?q=hello               401    200           200         401
        GET    /chat/blocks                       401    200           200         401
        GET    /chat/notices                      401    200           200         401
        PUT    /chat/notices                      401    204           204         401  {"sound":"none"}
        GET    /chat/threads                      401    200           200         401
        GET    /chat/emoji                        401    200           200         401
        PUT    /chat/emoji/{slug}                 401    204           204         401  picture
        GET    /chat/emoji/{others_emoji}         401    200           200         401
        HEAD   /chat/emoji/{others_emoji}         401    200           200         401
        PUT    /chat/emoji/{others_emoji}         401    403           204         401  picture
        DELETE /chat/emoji/{others_emoji}         401    403           204         401
        GET    /chat/saved                        401    200           200         401
        GET    /chat/drafts                       401    200           200         401
        GET    /chat/mentions                     401    200           200         401
        GET    /chat/activity                     401    200           200         401
        PUT    /chat/blocks/{someone}             401    204           204         401
        DELETE /chat/blocks/{someone}             401    204           204         401
        POST   /chat/uploads                      401    201           201         401  {"size":3}
        GET    /chat/uploads/{upload}             401    200           200         401
        GET    /chat/uploads/{others_upload}      401    404           404         401
        PATCH  /chat/uploads/{upload}?offset=0    401    200           200         401  bytes
        PATCH  /chat/uploads/{others_upload}?offset=0 401 404          404         401  bytes
        DELETE /chat/uploads/{upload}             401    204           204         401
        DELETE /chat/uploads/{others_upload}      401    404           404         401
        GET    /chat/events                       401    200           200         401
        GET    /chat/poll?wait=0                  401    200           200         401
        POST   /chat/presence                     401    204           204         401  {"status":"away"}
        HEAD   /bundle/{file}                      404    404           404         404
        GET    /bundle/{file}                      404    404           404         404
        GET    /css/theme.css                     200    200           200         200
        GET    /health/live                       200    200           200         200
        GET    /health/ready                      200    200           200         200
        GET    /metrics                           200    200           200         200
        GET    /openapi                           200    200           200         200
        GET    /openapi/{document}.json           200    200           200         200
        GET    /openapi/scalar.js                 200    200           200         200
        """);

    /// <summary>What only administrators do. In a direct conversation not even they may.</summary>
    public static readonly Table Administration = new("""
                                                       nobody member owner administrator deactivated
        GET    /chat/admin/users                          401    403   403           200         401
        GET    /chat/admin/users/{person}                 401    403   403           200         401
        PATCH  /chat/admin/users/{person}                 401    403   403           200         401  {"role":"administrator"}
        POST   /chat/admin/users/{person}/ban             401    403   403           204         401  {"reason":"Shouting"}
        DELETE /chat/admin/users/{person}/ban             401    403   403           204         401
        POST   /chat/admin/users/{person}/sign-out        401    403   403           204         401
        POST   /chat/admin/users/{person}/reset           401    403   403           201         401
        GET    /chat/admin/rooms                          401    403   403           200         401
        GET    /chat/admin/rooms/{room}                   401    403   403           200         401
        GET    /chat/admin/rooms/{direct}                 401    403   403           404         401
        PATCH  /chat/admin/rooms/{room}                   401    403   403           200         401  {"archived":true}
        PATCH  /chat/admin/rooms/{direct}                 401    403   403           404         401  {"archived":true}
        DELETE /chat/admin/rooms/{room}                   401    403   403           204         401
        DELETE /chat/admin/rooms/{direct}                 401    403   403           404         401
        GET    /chat/admin/rooms/{room}/members           401    403   403           200         401
        GET    /chat/admin/rooms/{direct}/members         401    403   403           404         401
        POST   /chat/admin/rooms/{room}/enter             401    403   403           204         401
        POST   /chat/admin/rooms/{direct}/enter           401    403   403           404         401
        PUT    /chat/admin/rooms/{room}/owner             401    403   403           204         401  {"user_id":"{target}"}
        PUT    /chat/admin/rooms/{direct}/owner           401    403   403           404         401  {"user_id":"{target}"}
        GET    /chat/admin/reports                        401    403   403           200         401
        POST   /chat/admin/reports/{report}               401    403   403           204         401  {"outcome":"deleted"}
        GET    /chat/admin/sessions                       401    403   403           200         401
        DELETE /chat/admin/sessions/{session}             401    403   403           204         401
        GET    /chat/admin/streams                        401    403   403           200         401
        DELETE /chat/admin/streams/{stream}               401    403   403           204         401
        GET    /chat/admin/nodes                          401    403   403           200         401
        GET    /chat/admin/settings                       401    403   403           200         401
        PATCH  /chat/admin/settings                       401    403   403           200         401  {"message_length":1000}
        GET    /chat/admin/overview                       401    403   403           200         401
        GET    /chat/admin/audit                          401    403   403           200         401
        """);

    /// <summary>What people open in a browser: 302 leads to the door, or on.</summary>
    public static readonly Table Pages = new("""
                                        nobody stranger member administrator deactivated
        PAGE /                             302      302    302           302         302
        PAGE /room/{room}                  302      404    200           404         302
        PAGE /room/{direct}                302      404    404           404         302
        PAGE /room/{room}/{tab}            302      404    200           404         302
        PAGE /room/{direct}/{tab}          302      404    404           404         302
        PAGE /join/{code}                  302      200    200           200         302
        PAGE /join/{none}                  302      410    410           410         302
        PAGE /account/login                200      200    200           200         200
        PAGE /account/register             200      200    200           200         200
        PAGE /account/forgot               200      200    200           200         200
        PAGE /account/reset                200      200    200           200         200
        PAGE /account/confirm-email        200      200    200           200         200
        PAGE /account/logged-out           200      200    200           200         200
        PAGE /account/manage               302      200    200           200         302
        PAGE /account/manage/security      302      200    200           200         302
        PAGE /account/manage/email         302      200    200           200         302
        PAGE /account/manage/sessions      302      200    200           200         302
        PAGE /account/manage/emoji         302      200    200           200         302
        PAGE /account/manage/tokens        302      200    200           200         302
        PAGE /account/manage/blocks        302      200    200           200         302
        PAGE /account/manage/delete        302      200    200           200         302
        PAGE /admin                        302      404    404           200         302
        PAGE /admin/people                 302      404    404           200         302
        PAGE /admin/people/{person}        302      404    404           200         302
        PAGE /admin/rooms                  302      404    404           200         302
        PAGE /admin/rooms/{room}           302      404    404           200         302
        PAGE /admin/reports                302      404    404           200         302
        PAGE /admin/streams                302      404    404           200         302
        PAGE /admin/nodes                  302      404    404           200         302
        PAGE /admin/settings               302      404    404           200         302
        PAGE /admin/audit                  302      404    404           200         302
        PAGE /error                        200      200    200           200         200
        PAGE /not-found                    200      200    200           200         200
        """);
}
