package ai.equalto.lesserbody.testkit;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.call.LogLevel;
import ai.equalto.lesserbody.call.RootsQuestion;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.content.Message;
import ai.equalto.lesserbody.content.ResourceContents;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.prompt.PromptResult;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.resource.ResourceInfo;
import ai.equalto.lesserbody.resource.ResourceReader;
import ai.equalto.lesserbody.resource.ResourceResult;
import ai.equalto.lesserbody.resource.ResourceTemplate;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.MirroredHeader;
import ai.equalto.lesserbody.schema.Output;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolHandler;
import ai.equalto.lesserbody.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tools that report on the way, and a resource and a prompt of each kind. */
public final class ShowingPack {
  private static final String LOGGER = "showing";

  private ShowingPack() {}

  record Nothing() {}

  record Where(@Description("Where it is.") @MirroredHeader("Region") String region) {}

  enum Color {
    RED,
    GREEN,
    GREY
  }

  record Painted(@Description("Its colour.") Color color) {}

  record Day(
      @Description("The month.") String month, @Description("The day of the month.") String day) {}

  record Letter(
      @Description("To whom.") String to,
      @Description("In which colour.") Optional<Color> color,
      @Description("Anything.") Optional<String> more) {}

  public static Pack create() {
    return Pack.of("showing", "Everything in it is made up.")
        .withTools(
            tool("report", (none, call) -> report(call)),
            tool("report_failure", (none, call) -> failed(call)),
            tool("report_fault", (none, call) -> broken(call)),
            tool("report_question", (none, call) -> asked(call)),
            tool("flood", (none, call) -> flood(call)),
            Tool.named("locate", "Locate", "Says where it is.", Scope.READ, ToolAnnotations.READS)
                .taking(Where.class)
                .by((where, call) -> ToolResult.showing(Content.text("In " + where.region()))))
        .withResources(resources())
        .withTemplates(painted(), days())
        .withPrompts(letter(), secretLetter());
  }

  private static Tool<?, ?> tool(String name, ToolHandler<Nothing, Output.None> handler) {
    return Tool.named(name, "Report", "Reports on the way.", Scope.READ, ToolAnnotations.READS)
        .taking(Nothing.class)
        .by(handler);
  }

  private static ToolResult<Output.None> report(CallContext call) {
    call.progress(0, 2, "begun");
    call.log(LogLevel.DEBUG, LOGGER, "a detail");
    call.progress(0, 2, "stands still");
    call.progress(1.5, 2, "nearly");
    call.progress(1, 2, "falls back");
    call.log(LogLevel.WARNING, LOGGER, "two\nlines\r");
    call.log(LogLevel.ERROR, LOGGER, Json.object().put("code", 7));
    call.progress(2, 2, "done");
    return ToolResult.showing(Content.text("Reported."));
  }

  private static ToolResult<Output.None> failed(CallContext call) {
    call.log(LogLevel.ERROR, LOGGER, "no luck");
    return ToolResult.failure("Try later.");
  }

  private static ToolResult<Output.None> broken(CallContext call) {
    call.log(LogLevel.ERROR, LOGGER, "no luck");
    throw new IllegalStateException("a bug");
  }

  private static ToolResult<Output.None> asked(CallContext call) throws InputRequiredException {
    call.log(LogLevel.ERROR, LOGGER, "asking");
    return ToolResult.showing(Content.text("" + call.ask(new RootsQuestion("folders"))));
  }

  private static ToolResult<Output.None> flood(CallContext call) {
    IntStream.range(0, 5_000).forEach(i -> call.log(LogLevel.INFO, LOGGER, "message " + i));
    return ToolResult.showing(Content.text("Flooded."));
  }

  private static ResourceInfo info(String name, String mimeType, Scope scope) {
    return new ResourceInfo(
        name, name, "Made up.", mimeType, scope, Caching.own(Duration.ofSeconds(90)));
  }

  private static Resource resource(
      String name, String mimeType, Scope scope, ResourceReader<Resource.NoVariables> reader) {
    return new Resource("showing://" + name, info(name, mimeType, scope), reader);
  }

  private static Resource[] resources() {
    return new Resource[] {
      resource(
          "bytes",
          "application/octet-stream",
          Scope.READ,
          (uri, none, call) ->
              ResourceResult.of(
                  ResourceContents.binary(uri, "application/octet-stream", new byte[] {-1, 0}))),
      resource(
          "failure",
          "text/plain",
          Scope.READ,
          (uri, none, call) -> new ResourceResult.Failure("Try later.")),
      resource("gone", "text/plain", Scope.READ, (uri, none, call) -> new ResourceResult.Missing()),
      resource(
          "secret", "text/plain", Scope.WRITE, (uri, none, call) -> text(uri, "for writers only")),
      resource("text", "text/plain", Scope.READ, (uri, none, call) -> text(uri, "some words"))
    };
  }

  private static ResourceResult text(String uri, String text) {
    return ResourceResult.of(ResourceContents.text(uri, "text/plain", text));
  }

  private static ResourceTemplate<Painted> painted() {
    return ResourceTemplate.of(
        "showing://painted/{color}",
        info("painted", "text/plain", Scope.READ),
        Painted.class,
        (uri, painted, call) -> text(uri, "in " + painted.color()));
  }

  private static ResourceTemplate<Day> days() {
    return ResourceTemplate.of(
            "showing://days/{month}/{day}",
            info("days", "text/plain", Scope.WRITE),
            Day.class,
            (uri, day, call) -> text(uri, day.month() + " " + day.day()))
        .completing(
            "day",
            (typed, settled, call) -> List.of(settled.getOrDefault("month", "any") + " " + typed));
  }

  private static Prompt<Letter> letter() {
    return Prompt.of(
            "letter",
            "Letter",
            "A letter to write.",
            Scope.READ,
            Letter.class,
            (letter, call) ->
                PromptResult.of(
                    Message.user(Content.text("Dear " + letter.to())),
                    Message.assistant(Content.text(letter.color().map(Color::name).orElse("")))))
        .completing(
            "to",
            (typed, settled, call) ->
                IntStream.range(0, typed.isEmpty() ? 100 : 101)
                    .mapToObj(i -> call.principal().identity() + " " + i)
                    .toList());
  }

  private static Prompt<Nothing> secretLetter() {
    return Prompt.of(
        "secret_letter",
        "Letter",
        "A letter to write.",
        Scope.WRITE,
        Nothing.class,
        (none, call) -> PromptResult.of(Message.user(Content.text("Dear writer"))));
  }
}
