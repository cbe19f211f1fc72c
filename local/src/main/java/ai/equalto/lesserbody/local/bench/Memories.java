package ai.equalto.lesserbody.local.bench;

import ai.equalto.lesserbody.local.dynamo.EmbeddedClient;
import ai.equalto.lesserbody.local.dynamo.Tables;
import com.github.f4b6a3.ulid.UlidCreator;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Tables in which the caller has remembered much. */
final class Memories {
  /** What DynamoDB takes at once. */
  private static final int BATCH = 25;

  private final Lab lab;
  private final URI dynamo;
  private final PrintWriter progress;
  private final Set<Integer> filled = new HashSet<>();

  Memories(Lab lab, URI dynamo, PrintWriter progress) {
    this.lab = lab;
    this.dynamo = dynamo;
    this.progress = progress;
  }

  /** The name of a table of so many events, which is filled when it is first asked for. */
  String table(int events) throws IOException, InterruptedException {
    String name = "memories-" + events;
    if (filled.add(events)) {
      progress.println("remembering " + events + " events…");
      fill(name, events);
    }
    return name;
  }

  /** The function remembers one event; the others are copies of it, so that they look the same. */
  private void fill(String table, int events) throws IOException, InterruptedException {
    try (Tables tables = new Tables(dynamo)) {
      tables.ensureMemory(table);
    }
    Launch launch = lab.ours(Layout.ZIP).with(Map.of("LESSER_TABLE_NAME", table));
    try (FunctionProcess function = lab.start(launch)) {
      function.invoke(lab.events().append());
    }
    try (DynamoDbClient client = EmbeddedClient.of(dynamo)) {
      Map<String, AttributeValue> first =
          client.scan(scan -> scan.tableName(table)).items().getFirst();
      // By several threads: the client takes as long for a batch as the table does.
      IntStream.rangeClosed(0, (events - 2) / BATCH)
          .parallel()
          .map(batch -> Math.min(BATCH, events - 1 - batch * BATCH))
          .mapToObj(count -> Map.of(table, copies(first, count)))
          .forEach(copies -> client.batchWriteItem(batch -> batch.requestItems(copies)));
    }
  }

  private static List<WriteRequest> copies(Map<String, AttributeValue> first, int count) {
    String firstId = first.get("eventID").s();
    List<WriteRequest> copies = new ArrayList<>();
    for (int copy = 0; copy < count; copy++) {
      String id = UlidCreator.getMonotonicUlid().toString();
      Map<String, AttributeValue> item = new HashMap<>(first);
      item.replaceAll((name, value) ->
          value.s() == null ? value : AttributeValue.fromS(value.s().replace(firstId, id)));
      copies.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
    }
    return copies;
  }
}
