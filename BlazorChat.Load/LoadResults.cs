using System.Text.Json;

namespace BlazorChat.Load;

/// <summary>
/// The results of a run. Latencies are in milliseconds. Delivery counts from before the POST until a reader at the same node
/// has it; relayed is the same for readers at other nodes, and 0 without any. The processor time for a delivery, in
/// microseconds, is that of all nodes from the first post to the last delivery; null where they do not show it.
/// </summary>
internal sealed record LoadResults(
    int Streams, int Posted, int Refused, long Delivered, long Missing, long Doubled, int StreamsInAnotherOrder, int Returns,
    double Seconds, double PostsPerSecond, double DeliveriesPerSecond, double? CpuPerDelivery,
    double DeliveryP50, double DeliveryP95, double DeliveryP99,
    double RelayedP50, double RelayedP95, double RelayedP99, double PostP50, double PostP95, double PostP99)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public bool IsFlawless => Missing == 0 && Doubled == 0 && StreamsInAnotherOrder == 0 && Refused == 0;

    public static LoadResults Of(
        LoadOptions options, Listener[] listeners, Poster poster, Latencies delivery, Latencies relayed, Latencies posting, TimeSpan took,
        double? cpu)
    {
        var delivered = listeners.Sum(l => l.Received);
        var orders = listeners.GroupBy(l => l.Order).Select(group => group.Count()).ToList();
        return new LoadResults(
            options.Streams, poster.Posted, poster.Refused, delivered,
            listeners.Sum(l => Math.Max(0, poster.Posted - l.Received + l.Doubled)), listeners.Sum(l => l.Doubled),
            orders.Count == 0 ? 0 : orders.Sum() - orders.Max(), listeners.Sum(l => l.Returns),
            Math.Round(took.TotalSeconds, 2), Math.Round(poster.Posted / took.TotalSeconds, 1),
            Math.Round(delivered / took.TotalSeconds),
            cpu is null ? null : Math.Round(cpu.Value * 1e6 / Math.Max(1, delivered), 2),
            delivery.Percentile(50), delivery.Percentile(95), delivery.Percentile(99),
            relayed.Percentile(50), relayed.Percentile(95), relayed.Percentile(99),
            posting.Percentile(50), posting.Percentile(95), posting.Percentile(99));
    }

    public void Print(bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(this, Json));
            return;
        }
        Console.Error.WriteLine();
        Console.WriteLine($"""
            streams                    {Streams,12:N0}
            posted                     {Posted,12:N0}   refused {Refused:N0}
            delivered                  {Delivered,12:N0}   missing {Missing:N0}, doubled {Doubled:N0}
            streams in another order   {StreamsInAnotherOrder,12:N0}
            streams that came back     {Returns,12:N0}
            took                       {Seconds,12:N2} s
            posts a second             {PostsPerSecond,12:N1}
            deliveries a second        {DeliveriesPerSecond,12:N0}
            us of CPU for a delivery   {CpuPerDelivery?.ToString("N2") ?? "unknown",12}
            delivery ms, 50/95/99 %    {DeliveryP50,12:N2} / {DeliveryP95:N2} / {DeliveryP99:N2}
            the same, other nodes      {RelayedP50,12:N2} / {RelayedP95:N2} / {RelayedP99:N2}
            post ms, 50/95/99 %        {PostP50,12:N2} / {PostP95:N2} / {PostP99:N2}
            """);
    }
}
