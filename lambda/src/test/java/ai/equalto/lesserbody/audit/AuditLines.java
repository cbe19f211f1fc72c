package ai.equalto.lesserbody.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Parts of the audit's lines. */
public final class AuditLines {
  /** What follows what happened: metrics, and the link to the line before. */
  private static final String REST = ",\"function\":\"";

  private AuditLines() {}

  /** A line with nothing but what happened. */
  public static String event(String line) {
    assertThat(line).containsOnlyOnce(REST);
    return line.substring(0, line.indexOf(REST)) + "}";
  }

  /** Lines with nothing but what happened. */
  public static List<String> events(List<String> lines) {
    return lines.stream().map(AuditLines::event).toList();
  }
}
