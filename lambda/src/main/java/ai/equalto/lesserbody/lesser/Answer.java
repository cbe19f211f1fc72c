package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the instance answered.
 *
 * @param json the body
 * @param nextCursor where the list goes on, if it is one and does
 */
record Answer(JsonNode json, Optional<String> nextCursor) {
  Answer {
    requireNonNull(json, "json");
    requireNonNull(nextCursor, "nextCursor");
  }
}
