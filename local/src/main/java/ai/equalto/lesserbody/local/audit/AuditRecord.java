package ai.equalto.lesserbody.local.audit;

import ai.equalto.lesserbody.audit.AuditChain;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A line of the audit, as far as its chain needs to know.
 *
 * @param where the place that it was found at
 * @param hash of the line as it was found
 */
record AuditRecord(
    Place where, String environment, long sequence, String previous, String hash, Instant time) {

  /** A line of a file; lines are counted from 1. */
  record Place(String file, long line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /** The record that a logged line is, if it is one. */
  static Optional<AuditRecord> of(Place where, String line) {
    try {
      JsonNode json = Json.read(line.getBytes(StandardCharsets.UTF_8));
      JsonNode sequence = json.path("seq");
      boolean linked =
          json.path("env").isTextual()
              && json.path("prev").isTextual()
              && sequence.canConvertToLong()
              && sequence.isIntegralNumber()
              && sequence.longValue() > 0;
      return linked
          ? Optional.of(
              new AuditRecord(
                  where,
                  json.get("env").textValue(),
                  sequence.longValue(),
                  json.get("prev").textValue(),
                  AuditChain.hash(line),
                  Instant.parse(json.path("time").asText())))
          : Optional.empty();
    } catch (JsonSyntaxException | DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
