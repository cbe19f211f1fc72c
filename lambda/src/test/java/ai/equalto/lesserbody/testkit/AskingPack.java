package ai.equalto.lesserbody.testkit;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.Elicited;
import ai.equalto.lesserbody.call.FormQuestion;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.call.Question;
import ai.equalto.lesserbody.call.RootsQuestion;
import ai.equalto.lesserbody.call.SamplingQuestion;
import ai.equalto.lesserbody.call.UrlQuestion;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.content.Message;
import ai.equalto.lesserbody.content.ResourceContents;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.prompt.PromptResult;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.resource.ResourceInfo;
import ai.equalto.lesserbody.resource.ResourceResult;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Output;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolHandler;
import ai.equalto.lesserbody.tool.ToolResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Tools, a resource and a prompt that ask before they answer. */
public final class AskingPack {
  /** How long its resource may be kept, if nobody was asked. */
  public static final Duration FRESH = Duration.ofMinutes(5);

  /** What every tool and the prompt takes. */
  public record About(
      @Description("What it is about.") Optional<String> topic,
      @Description("And what else.") Optional<String> also) {}

  record Name(@Description("A name.") String name) {}

  record Draw(@Description("A number.") int number) {}

  private static final FormQuestion<Name> BOUND_NAME =
      FormQuestion.of("name", "What is your name?", Name.class);
  private static final FormQuestion<Name> NAME = BOUND_NAME.answerableUnasked();
  private static final FormQuestion<Name> FRIEND =
      FormQuestion.of("friend", "Who is your friend?", Name.class);
  private static final UrlQuestion PAGE =
      new UrlQuestion("page", "Please sign in.", URI.create("https://agent.example/sign-in"));
  private static final SamplingQuestion RHYME = SamplingQuestion.of("rhyme", "Rhyme on me.", 50);
  private static final RootsQuestion FOLDERS = new RootsQuestion("folders");

  private final AtomicInteger drawn = new AtomicInteger();
  private final List<String> erased = new CopyOnWriteArrayList<>();

  /** What was erased so far. */
  public List<String> erased() {
    return List.copyOf(erased);
  }

  public Pack pack() {
    return Pack.of("asking", "")
        .withTools(
            tool("ask_name", (about, call) -> said(greeting(call, NAME))),
            tool("ask_bound", (about, call) -> said(greeting(call, BOUND_NAME))),
            tool("ask_page", (about, call) -> said(call.ask(PAGE).getClass().getSimpleName())),
            tool("ask_steps", (about, call) -> steps(call)),
            tool("ask_all", (about, call) -> all(call)),
            tool("erase", (about, call) -> erase(about)))
        .withResources(greeting())
        .withPrompts(
            Prompt.of(
                "ask_name",
                "Ask",
                "Asks for a name.",
                Scope.READ,
                About.class,
                (about, call) ->
                    PromptResult.of(Message.user(Content.text(greeting(call, NAME))))));
  }

  private static Tool<?, ?> tool(String name, ToolHandler<About, Output.None> handler) {
    return Tool.named(name, "Ask", "Asks before it answers.", Scope.READ, READS)
        .taking(About.class)
        .by(handler);
  }

  private static final ToolAnnotations READS = ToolAnnotations.READS;

  /** Asks a client that can be asked, and nobody else. */
  private static Resource greeting() {
    return new Resource(
        "asking://greeting",
        new ResourceInfo(
            "greeting", "Greeting", "A greeting.", "text/plain", Scope.READ, Caching.shared(FRESH)),
        (uri, none, call) ->
            ResourceResult.of(
                ResourceContents.text(
                    uri,
                    "text/plain",
                    call.canAsk(NAME.needs()) ? greeting(call, NAME) : "Hello, you")));
  }

  private static ToolResult<Output.None> said(String text) {
    return ToolResult.showing(Content.text(text));
  }

  private static String greeting(CallContext call, Question<Elicited<Name>> question)
      throws InputRequiredException {
    return switch (call.ask(question)) {
      case Elicited.Accepted<Name>(Name(String name)) -> "Hello, " + name;
      case Elicited.Declined<Name> declined -> "Hello, stranger";
      case Elicited.Cancelled<Name> cancelled -> "Hello?";
    };
  }

  private ToolResult<Output.None> steps(CallContext call) throws InputRequiredException {
    Draw first = call.remember("number", Draw.class, () -> new Draw(drawn.incrementAndGet()));
    String name = greeting(call, NAME);
    Draw second = call.remember("after", Draw.class, () -> new Draw(drawn.incrementAndGet()));
    String friend = greeting(call, FRIEND);
    return said("%s; %s; %d %d".formatted(name, friend, first.number(), second.number()));
  }

  private static ToolResult<Output.None> all(CallContext call) throws InputRequiredException {
    call.askTogether(NAME, PAGE, RHYME, FOLDERS);
    return said(
        greeting(call, NAME)
            + "; "
            + call.ask(PAGE).accepted().isPresent()
            + "; "
            + call.ask(RHYME).text()
            + "; "
            + call.ask(FOLDERS));
  }

  private ToolResult<Output.None> erase(About about) {
    erased.add(about.topic().orElse("everything"));
    return said("Erased.");
  }
}
