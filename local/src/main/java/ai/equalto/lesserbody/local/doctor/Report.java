package ai.equalto.lesserbody.local.doctor;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Findings for people and for programs.
 *
 * @param findings one for each check, in their order
 */
public record Report(Target target, List<Finding> findings) {
  public Report {
    findings = List.copyOf(findings);
  }

  /** Whether nothing failed. */
  public boolean isGood() {
    return count(Status.FAILED) == 0;
  }

  /** A list by groups, each finding with its fix, and a line that sums up. */
  public String text() {
    StringBuilder text = new StringBuilder("Examined ").append(target.endpoint()).append("\n");
    for (Group group : Group.values()) {
      text.append("\n").append(group.title()).append("\n");
      findings.stream()
          .filter(finding -> finding.check().group() == group)
          .forEach(finding -> text.append(lines(finding)));
    }
    return text.append("\n").append(summary()).append("\n").toString();
  }

  private static String lines(Finding finding) {
    Result result = finding.result();
    String word = result.status().word();
    String status = result.status() == Status.OK ? word : word.toUpperCase(Locale.ROOT);
    String line = "  %-8s  %-21s  %s\n".formatted(status, finding.check().id(), result.seen());
    return result.fix().isEmpty() ? line : line + "            fix: " + result.fix() + "\n";
  }

  private String summary() {
    return Arrays.stream(Status.values())
        .map(status -> count(status) + " " + plural(status))
        .collect(Collectors.joining(", "));
  }

  private String plural(Status status) {
    return status == Status.WARNING && count(status) != 1 ? "warnings" : status.word();
  }

  private long count(Status status) {
    return findings.stream().filter(finding -> finding.result().status() == status).count();
  }

  /** The same as one JSON object on a line. */
  public String json() {
    ObjectNode report = Json.object().put("url", target.endpoint().toString());
    ArrayNode list = report.putArray("findings");
    for (Finding finding : findings) {
      list.addObject()
          .put("check", finding.check().id())
          .put("status", finding.result().status().word())
          .put("seen", finding.result().seen())
          .put("fix", finding.result().fix());
    }
    ObjectNode counts = report.putObject("summary");
    for (Status status : Status.values()) {
      counts.put(status.word(), count(status));
    }
    return Json.writeAscii(report);
  }
}
