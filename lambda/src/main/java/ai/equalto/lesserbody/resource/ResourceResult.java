package ai.equalto.lesserbody.resource;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.content.ResourceContents;
import java.util.List;

/** What came of reading a resource. A bug is an exception. */
public sealed interface ResourceResult {
  /** What the resource holds, in one part or more. */
  record Success(List<ResourceContents> contents) implements ResourceResult {
    public Success {
      contents = List.copyOf(contents);
      if (contents.isEmpty()) {
        throw new IllegalArgumentException("a resource that holds nothing is an empty text");
      }
    }
  }

  /** There is no such resource. */
  record Missing() implements ResourceResult {}

  /**
   * It could not be read.
   *
   * @param message tells what to do about it; never holds a secret
   */
  record Failure(String message) implements ResourceResult {
    public Failure {
      requireNonNull(message, "message");
    }
  }

  /** What the resource holds. */
  static ResourceResult of(ResourceContents... contents) {
    return new Success(List.of(contents));
  }
}
