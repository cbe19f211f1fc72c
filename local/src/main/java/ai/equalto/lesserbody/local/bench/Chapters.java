package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  /**
   * All of them, in the order of the page.
   *
   * @param full also what takes many minutes
   */
  static List<Chapter> all(boolean full) {
    return List.of(
        cold(),
        append(),
        warm(),
        primed(),
        Growth.tools(),
        Growth.bodies(),
        Growth.memories(full),
        Growth.crowds());
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
        List.of(Metric.MEDIAN, Metric.P99, Metric.CALL_CPU, Metric.ALLOCATED, Metric.RESIDENT),
        Optional.of(Metric.MEDIAN),
        List.of(
            Case.of(HELLO, Chapters::warmHello),
            warm("discovery", Events::discovery),
            warm("tools/list", Events::list),
            warm(ECHO, Events::echo),
            warm("tools/call memory_query", Events::query)));
  }

  private static Map<Metric, Double> warmHello(Lab lab) throws IOException, InterruptedException {
    Event event = lab.events().echo().toAnyone();
    Map<Metric, Double> taken = new EnumMap<>(Metric.class);
    taken.putAll(WarmCalls.take(lab, lab.hello(Layout.ZIP), event));
    taken.putAll(Allocation.take(lab, lab.weighed(true), event));
    return taken;
  }

  private static Case warm(String name, Function<Events, Event> event) {
    return Case.of(name, lab -> warmOurs(lab, event.apply(lab.events()))).against(HELLO);
  }

  private static Map<Metric, Double> warmOurs(Lab lab, Event event)
      throws IOException, InterruptedException {
    Map<Metric, Double> taken = new EnumMap<>(Metric.class);
    taken.putAll(WarmCalls.take(lab, lab.ours(Layout.ZIP), event));
    taken.putAll(Allocation.take(lab, lab.weighed(false), event));
    return taken;
  }

  private static Chapter primed() {
    return new Chapter(
        "primed",
        "The first call after priming",
        List.of(Metric.READY, Metric.FIRST, Metric.MEDIAN),
        Optional.empty(),
        List.of(
            Case.of(
                "echo, cold",
                lab -> FirstCall.cold(lab, lab.ours(Layout.ZIP), lab.events().echo())),
            Case.of(
                "echo, primed for a snapshot",
                lab -> FirstCall.primed(lab, lab.ours(Layout.ZIP), lab.events().echo()))));
  }
}
