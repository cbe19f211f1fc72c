package ai.equalto.lesserbody.local.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What there is to measure. */
final class Chapters {
  static final String COLD = "cold";
  static final String WARM = "warm";
  static final String HELLO_ZIP = "hello, zip";
  static final String ECHO_ZIP = "echo, zip";
  static final String HELLO_FLAT = "hello, container image";
  static final String ECHO_FLAT = "echo, container image";
  static final String HELLO = "hello";
  static final String ECHO = "tools/call echo";

  private Chapters() {}

  /** All of them, in the order of the page. */
  static List<Chapter> all() {
    return List.of(cold(), append(), warm());
  }

  /** As little as tells whether something has become slow. */
  static List<Chapter> few() {
    return List.of(cold().only(HELLO_ZIP, ECHO_ZIP), warm().only(HELLO, ECHO));
  }

  private static Chapter cold() {
    return new Chapter(
        COLD,
        "Cold start",
        List.of(Metric.COLD, Metric.CPU, Metric.PEAK, Metric.CLASSES, Metric.CACHED),
        Optional.of(Metric.COLD),
        List.of(
            coldHello(HELLO_ZIP, Layout.ZIP),
            coldEcho(ECHO_ZIP, Layout.ZIP).against(HELLO_ZIP),
            coldHello(HELLO_FLAT, Layout.FLAT),
            coldEcho(ECHO_FLAT, Layout.FLAT).against(HELLO_FLAT)));
  }

  private static Case coldHello(String name, Layout layout) {
    return Case.of(
        name, lab -> ColdStart.take(lab, lab.hello(layout), lab.events().echo().toAnyone()));
  }

  private static Case coldEcho(String name, Layout layout) {
    return Case.of(name, lab -> ColdStart.take(lab, lab.ours(layout), lab.events().echo()));
  }

  private static Chapter append() {
    return new Chapter(
        "append",
        "First memory_append",
        List.of(Metric.COLD, Metric.CPU, Metric.PEAK, Metric.CLASSES, Metric.CACHED),
        Optional.empty(),
        List.of(
            coldAppend("memory_append, zip", Layout.ZIP),
            coldAppend("memory_append, container image", Layout.FLAT)));
  }

  private static Case coldAppend(String name, Layout layout) {
    return Case.of(name, lab -> ColdStart.take(lab, lab.ours(layout), lab.events().append()));
  }

  private static Chapter warm() {
    return new Chapter(
        WARM,
        "Warm calls",
        List.of(Metric.MEDIAN, Metric.P99, Metric.CALL_CPU, Metric.RESIDENT),
        Optional.of(Metric.MEDIAN),
        List.of(
            Case.of(
                HELLO,
                lab -> WarmCalls.take(lab, lab.hello(Layout.ZIP), lab.events().echo().toAnyone())),
            warm("discovery", Events::discovery),
            warm("tools/list", Events::list),
            warm(ECHO, Events::echo),
            warm("tools/call memory_query", Events::query)));
  }

  private static Case warm(String name, Function<Events, Event> event) {
    return Case.of(
            name, lab -> WarmCalls.take(lab, lab.ours(Layout.ZIP), event.apply(lab.events())))
        .against(HELLO);
  }
}
