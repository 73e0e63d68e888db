using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlazorChat.Core;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Settings;

/// <summary>Settings that can be changed while the chat runs.</summary>
public sealed record SettingValues
{
    /// <summary>Whether people may create accounts by themselves.</summary>
    public required RegistrationMode Registration { get; init; }

    /// <summary>Unicode code points in a message.</summary>
    [Range(1, LimitOptions.LongestMessage, ErrorMessage = "A message has {1} to {2} characters at most.")]
    public required int MessageLength { get; init; }

    /// <summary>Messages, edits and reactions of one user.</summary>
    [Range(1, LimitOptions.Most, ErrorMessage = "Allow {1} to {2} messages a second.")]
    public required int MessagesPerSecond { get; init; }

    /// <summary>How many of these at once.</summary>
    [Range(1, LimitOptions.Most, ErrorMessage = "Allow {1} to {2} messages at once.")]
    public required int Burst { get; init; }

    [Range(1, LimitOptions.Most, ErrorMessage = "Allow {1} to {2} streams.")]
    public required int StreamsPerUser { get; init; }

    public static SettingValues Of(RegistrationOptions registration, LimitOptions limits, RateLimitOptions rates) => new()
    {
        Registration = registration.Registration,
        MessageLength = limits.MessageLength,
        MessagesPerSecond = rates.MessagesPerSecond,
        Burst = rates.Burst,
        StreamsPerUser = limits.StreamsPerUser,
    };

    /// <summary>
    /// These values, replaced by those that were stored. Stored settings that this version does not know are ignored.
    /// </summary>
    internal SettingValues With(IEnumerable<Setting> stored)
    {
        var values = ToJson();
        foreach (var setting in stored.Where(setting => values.ContainsKey(setting.Key)))
            values[setting.Key] = JsonNode.Parse(setting.Value);
        return values.Deserialize<SettingValues>(ChatJson.Options)!;
    }

    /// <summary>By their names in the HTTP API.</summary>
    internal JsonObject ToJson() => JsonSerializer.SerializeToNode(this, ChatJson.Options)!.AsObject();

    /// <returns>What is wrong with a value; null if all are valid.</returns>
    internal Refusal? Check()
    {
        List<ValidationResult> wrong = [];
        return Validator.TryValidateObject(this, new ValidationContext(this), wrong, validateAllProperties: true)
            ? null
            : Refusal.Invalid(JsonNamingPolicy.SnakeCaseLower.ConvertName(wrong[0].MemberNames.First()), wrong[0].ErrorMessage!);
    }
}
