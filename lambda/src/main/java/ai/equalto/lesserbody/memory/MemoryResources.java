package ai.equalto.lesserbody.memory;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.Completer;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.content.ResourceContents;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.resource.ResourceInfo;
import ai.equalto.lesserbody.resource.ResourceResult;
import ai.equalto.lesserbody.resource.ResourceTemplate;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.InvalidInputException;
import ai.equalto.lesserbody.schema.Output;
import java.time.Duration;
import java.util.Optional;

/** The memory of the caller as resources: its newest page, and each of its days. */
final class MemoryResources {
  private static final String RECENT = "agent://memory/recent";
  private static final String DAY = "agent://memory/";

  /** Short, so that who has just remembered something soon finds it. */
  private static final Caching CACHING = Caching.own(Duration.ofSeconds(10));

  private static final Output<QueryOutput> PAGE = Output.of(QueryOutput.class);
  private static final Output<DayOutput> DAY_PAGE = Output.of(DayOutput.class);

  private final Recall recall;

  MemoryResources(Recall recall) {
    this.recall = recall;
  }

  /** The variable of the template. */
  record Date(@Description("A day of UTC, such as 2026-07-28.") String date) {}

  Resource recent() {
    return new Resource(
        RECENT,
        info(
            "memory_recent",
            "Recent memory",
            "The newest events of your memory. If it has a next_cursor there is more: pass that"
                + " to memory_query as cursor."),
        (uri, none, call) -> read(() -> recent(call.principal())));
  }

  ResourceTemplate<Date> days() {
    return ResourceTemplate.of(
            DAY + "{date}",
            info(
                "memory_day",
                "Memory of a day",
                "The events of your memory on one day of UTC, such as 2026-07-28, newest first. If"
                    + " it has a next_cursor there is more: pass its start, end and next_cursor to"
                    + " memory_query."),
            Date.class,
            (uri, given, call) -> day(uri, given.date(), call.principal()))
        .completing("date", dates());
  }

  private ResourceResult day(String uri, String date, Principal owner)
      throws InvalidInputException {
    Optional<Day> day = Day.parse(date);
    return day.isPresent() ? read(() -> of(uri, owner, day.get())) : new ResourceResult.Missing();
  }

  /** Suggests the days of recent events, the latest first. */
  Completer dates() {
    return (typed, settled, call) ->
        recall
            .recent(call.principal())
            .map(event -> Day.of(event.occurredAt()).toString())
            .distinct()
            .filter(day -> day.startsWith(typed))
            .toList();
  }

  /** What {@code agent://memory/recent} holds. */
  ResourceContents recent(Principal owner) throws InvalidInputException {
    return ResourceContents.json(RECENT, PAGE.write(recall.newest(owner)).orElseThrow());
  }

  /** What the resource of a day holds. */
  ResourceContents of(Principal owner, Day day) throws InvalidInputException {
    return of(DAY + day, owner, day);
  }

  private ResourceContents of(String uri, Principal owner, Day day) throws InvalidInputException {
    return ResourceContents.json(uri, DAY_PAGE.write(recall.of(owner, day)).orElseThrow());
  }

  private static ResourceInfo info(String name, String title, String description) {
    return new ResourceInfo(name, title, description, "application/json", Scope.READ, CACHING);
  }

  @FunctionalInterface
  private interface Read {
    ResourceContents contents() throws InvalidInputException;
  }

  private static ResourceResult read(Read read) throws InvalidInputException {
    try {
      return ResourceResult.of(read.contents());
    } catch (MemoryUnavailableException e) {
      return new ResourceResult.Failure(Failures.words(e));
    }
  }
}
