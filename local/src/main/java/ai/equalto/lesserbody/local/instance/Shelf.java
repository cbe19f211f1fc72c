package ai.equalto.lesserbody.local.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;

/**
 * Where an instance keeps what it has to know after a restart. It is read at the start, and written
 * to ever after.
 */
public interface Shelf extends AutoCloseable {
  /** What was kept of a kind, by id. */
  Map<Long, JsonNode> load(String kind);

  /** Keeps an item in place of the one before. */
  void keep(String kind, long id, ObjectNode item);

  /** Forgets an item. */
  void drop(String kind, long id);

  /** Lets go of connections. */
  @Override
  void close();

  /** Keeps nothing: the instance forgets everything at its end. */
  static Shelf none() {
    return new NoShelf();
  }

  /**
   * A table of its own in an embedded DynamoDB, which is created unless it is there.
   *
   * @param embedded the endpoint of an embedded DynamoDB; never that of AWS
   */
  static Shelf inDynamo(URI embedded) {
    return DynamoShelf.open(embedded);
  }
}
