namespace BlazorChat.Web.Admin;

/// <summary>Whether an act asks for a reason, which goes into the audit log.</summary>
public enum ReasonWanted
{
    No = 0,
    Welcome = 1,
    Required = 2,
}
