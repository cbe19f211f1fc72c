package ai.equalto.lesserbody.local.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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

  static final String APPEND = "append";
  static final String APPEND_FLAT = "memory_append, container image";
  static final String PRIMED = "primed";
  static final String PRIMED_ECHO = "echo, primed for a snapshot";
  static final String SIZE = "size";
  static final String OURS = "lesser-body";

  private static final double BYTES_A_MB = 1e6;

  private Chapters() {}

  /** All of them, in the order of the page. */
  static List<Chapter> all(Extent extent) {
    return List.of(
        cold(extent),
        append(),
        warm(extent),
        alone(),
        primed(),
        Growth.tools(),
        Growth.bodies(),
        Growth.memories(extent.full()),
        Growth.crowds(),
        size());
  }

  /** As little as tells whether something has become slow. */
  static List<Chapter> few() {
    return List.of(cold(Extent.USUAL), warm(Extent.USUAL).only(HELLO, ECHO), size());
  }

  private static Chapter cold(Extent extent) {
    return new Chapter(
        COLD,
        "Cold start",
        List.of(Metric.COLD, Metric.CPU, Metric.PEAK, Metric.CLASSES, Metric.CACHED),
        Optional.of(Metric.COLD),
        withPeers(
            extent,
            List.of(
                coldHello(HELLO_ZIP, Layout.ZIP),
                coldHelloByClass("hello by its class, zip", Layout.ZIP).against(HELLO_ZIP),
                coldJdkEcho("echo of the JDK alone, zip", Layout.ZIP).against(HELLO_ZIP),
                coldEcho(ECHO_ZIP, Layout.ZIP).against(HELLO_ZIP),
                coldHello(HELLO_FLAT, Layout.FLAT),
                coldHelloByClass("hello by its class, container image", Layout.FLAT)
                    .against(HELLO_FLAT),
                coldJdkEcho("echo of the JDK alone, container image", Layout.FLAT)
                    .against(HELLO_FLAT),
                coldEcho(ECHO_FLAT, Layout.FLAT).against(HELLO_FLAT)),
            peer -> Case.of(peer.title(), lab -> ColdStart.ofPeer(lab, peer)).against(HELLO_ZIP)));
  }

  private static List<Case> withPeers(Extent extent, List<Case> own, Function<Peer, Case> row) {
    Stream<Peer> peers = extent.peers() ? Stream.of(Peer.values()) : Stream.of();
    return Stream.concat(own.stream(), peers.map(row)).toList();
  }

  private static Case coldHello(String name, Layout layout) {
    return Case.of(
        name, lab -> ColdStart.take(lab, lab.hello(layout), lab.events().echo().toAnyone()));
  }

  private static Case coldHelloByClass(String name, Layout layout) {
    return Case.of(
        name, lab -> ColdStart.take(lab, lab.helloByClass(layout), lab.events().echo().toAnyone()));
  }

  private static Case coldJdkEcho(String name, Layout layout) {
    return Case.of(name, lab -> ColdStart.take(lab, lab.jdkEcho(layout), lab.events().echo()));
  }

  private static Case coldEcho(String name, Layout layout) {
    return Case.of(name, lab -> ColdStart.take(lab, lab.ours(layout), lab.events().echo()));
  }

  private static Chapter append() {
    return new Chapter(
        APPEND,
        "First memory_append",
        List.of(Metric.COLD, Metric.CPU, Metric.PEAK, Metric.CLASSES, Metric.CACHED),
        Optional.of(Metric.COLD),
        List.of(
            coldHello(HELLO_ZIP, Layout.ZIP),
            coldAppend("memory_append, zip", Layout.ZIP).against(HELLO_ZIP),
            coldHello(HELLO_FLAT, Layout.FLAT),
            coldAppend(APPEND_FLAT, Layout.FLAT).against(HELLO_FLAT)));
  }

  private static Case coldAppend(String name, Layout layout) {
    return Case.of(name, lab -> ColdStart.take(lab, lab.ours(layout), lab.events().append()));
  }

  private static Chapter warm(Extent extent) {
    return new Chapter(
        WARM,
        "Warm calls",
        List.of(Metric.MEDIAN, Metric.P99, Metric.CALL_CPU, Metric.PEAK),
        Optional.of(Metric.MEDIAN),
        withPeers(
            extent,
            List.of(
                Case.of(
                    HELLO,
                    lab ->
                        WarmCalls.take(lab, lab.hello(Layout.ZIP), lab.events().echo().toAnyone())),
                Case.of(
                        "echo of the JDK alone",
                        lab -> WarmCalls.take(lab, lab.jdkEcho(Layout.ZIP), lab.events().echo()))
                    .against(HELLO),
                warm("discovery", Events::discovery),
                warm("tools/list", Events::list),
                warm(ECHO, Events::echo),
                warm("tools/call memory_query", Events::query)),
            peer ->
                Case.of(
                        peer.title(),
                        lab -> WarmCalls.take(lab, lab.peer(peer), lab.events().legacyEcho()))
                    .against(HELLO)));
  }

  private static Case warm(String name, Function<Events, Event> event) {
    return Case.of(name, lab -> WarmCalls.take(lab, lab.published(), event.apply(lab.events())))
        .against(HELLO);
  }

  private static Chapter alone() {
    return new Chapter(
        "handler",
        "The handler alone",
        List.of(Metric.ALONE, Metric.ALLOCATED),
        Optional.empty(),
        List.of(
            alone(HELLO, HELLO, Events::echo),
            alone("discovery", OURS, Events::discovery),
            alone("tools/list", OURS, Events::list),
            alone(ECHO, OURS, Events::echo)));
  }

  private static Case alone(String name, String function, Function<Events, Event> event) {
    return Case.of(name, lab -> HandlerAlone.take(lab, function, event.apply(lab.events())));
  }

  private static Chapter primed() {
    return new Chapter(
        PRIMED,
        "The first call after priming",
        List.of(Metric.READY, Metric.FIRST, Metric.MEDIAN, Metric.P99, Metric.CALL_CPU),
        Optional.empty(),
        List.of(
            Case.of(
                "hello, for a snapshot",
                lab ->
                    FirstCall.take(
                        lab,
                        LambdaJvm.forSnapshot(lab.helloByClass(Layout.ZIP)),
                        lab.events().echo().toAnyone())),
            Case.of(
                "echo, cold",
                lab -> FirstCall.take(lab, lab.ours(Layout.ZIP), lab.events().echo())),
            Case.of(PRIMED_ECHO, lab -> FirstCall.take(lab, lab.published(), lab.events().echo())),
            Case.of(
                "echo, primed, with both compilers",
                lab ->
                    FirstCall.take(
                        lab, LambdaJvm.forSnapshot(lab.ours(Layout.ZIP)), lab.events().echo()))));
  }

  private static Chapter size() {
    return new Chapter(
        SIZE,
        "What is deployed",
        List.of(Metric.ZIP),
        Optional.empty(),
        List.of(Case.of(OURS, lab -> Map.of(Metric.ZIP, lab.zipped() / BYTES_A_MB))));
  }
}
