package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.local.dynamo.EmbeddedDynamo;
import java.io.IOException;
import java.nio.file.Path;

/** Where the embedded DynamoDB keeps its tables. */
sealed interface Storage {
  /** Nowhere: they are forgotten. */
  record InMemory() implements Storage {}

  /** In a directory: they are there again next time. */
  record Directory(Path path) implements Storage {}

  /** Starts a DynamoDB that stores there. */
  default EmbeddedDynamo start() throws IOException {
    return switch (this) {
      case InMemory() -> EmbeddedDynamo.inMemory();
      case Directory(var path) -> EmbeddedDynamo.storingIn(path);
    };
  }
}
