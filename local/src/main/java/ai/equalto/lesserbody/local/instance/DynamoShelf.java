package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.local.dynamo.EmbeddedClient;
import ai.equalto.lesserbody.local.dynamo.Tables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item of DynamoDB for each of the instance: kind, id, and the rest as a JSON document. */
final class DynamoShelf implements Shelf {
  /** The name of the table; to delete it is to begin anew. */
  static final String TABLE = "lesser-instance-local";

  private static final String DOCUMENT = "document";

  private final DynamoDbClient dynamo;

  private DynamoShelf(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  static DynamoShelf open(URI embedded) {
    try (Tables tables = new Tables(embedded)) {
      tables.ensureInstance(TABLE);
    }
    return new DynamoShelf(EmbeddedClient.of(embedded));
  }

  @Override
  public Map<Long, JsonNode> load(String kind) {
    Map<Long, JsonNode> items = new HashMap<>();
    dynamo
        .queryPaginator(query ->
            query
                .tableName(TABLE)
                .keyConditionExpression("PK = :kind")
                .expressionAttributeValues(Map.of(":kind", AttributeValue.fromS(kind))))
        .items()
        .forEach(
            item -> items.put(Long.parseLong(item.get("SK").s()), read(item.get(DOCUMENT).s())));
    return items;
  }

  @Override
  public void keep(String kind, long id, ObjectNode item) {
    Map<String, AttributeValue> attributes = new HashMap<>(key(kind, id));
    attributes.put(DOCUMENT, AttributeValue.fromS(Json.write(item)));
    dynamo.putItem(put -> put.tableName(TABLE).item(attributes));
  }

  @Override
  public void drop(String kind, long id) {
    dynamo.deleteItem(delete -> delete.tableName(TABLE).key(key(kind, id)));
  }

  @Override
  public void close() {
    dynamo.close();
  }

  private static Map<String, AttributeValue> key(String kind, long id) {
    return Map.of("PK", AttributeValue.fromS(kind), "SK", AttributeValue.fromS(Long.toString(id)));
  }

  private static JsonNode read(String document) {
    try {
      return Json.read(document.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException("The table " + TABLE + " is damaged; delete it", e);
    }
  }
}
