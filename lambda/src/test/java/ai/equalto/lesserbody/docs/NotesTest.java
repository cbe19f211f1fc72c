package ai.equalto.lesserbody.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.Completer;
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
import ai.equalto.lesserbody.resource.ResourceTemplate;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.testkit.Kit;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotesTest {
  private static final Map<String, String> NOTES = Map.of("sea", "Calm.", "sun", "Bright.");

  static final Resource INDEX =
      new Resource(
          "notes://index",
          new ResourceInfo("index", "Index", "All notes.", "text/plain", Scope.READ, Caching.NONE),
          (uri, none, call) ->
              ResourceResult.of(
                  ResourceContents.text(uri, "text/plain", String.join("\n", NOTES.keySet()))));

  record Title(@Description("The title of the note.") String title) {}

  static final ResourceTemplate<Title> NOTE =
      ResourceTemplate.of(
              "notes://by-title/{title}",
              new ResourceInfo(
                  "note",
                  "Note",
                  "One note.",
                  "text/plain",
                  Scope.READ,
                  Caching.own(Duration.ofMinutes(5))),
              Title.class,
              (uri, variables, call) ->
                  Optional.ofNullable(NOTES.get(variables.title()))
                      .map(
                          text -> ResourceResult.of(ResourceContents.text(uri, "text/plain", text)))
                      .orElseGet(ResourceResult.Missing::new))
          .completing("title", Completer.of("sea", "sun"));

  enum Tone {
    PLAIN,
    CHEERFUL
  }

  record Rewriting(
      @Description("The title of the note.") String title,
      @Description("How it is to sound.") Optional<Tone> tone) {}

  static final Prompt<Rewriting> REWRITE =
      Prompt.of(
              "rewrite",
              "Rewrite",
              "Rewrites a note.",
              Scope.READ,
              Rewriting.class,
              (asked, call) ->
                  PromptResult.of(
                      Message.user(Content.text("Rewrite this: " + NOTES.get(asked.title())))))
          .completing("title", Completer.of("sea", "sun"));

  static final Pack PACK =
      Pack.of("notes", "Read the index before you ask for a note.")
          .withResources(INDEX)
          .withTemplates(NOTE)
          .withPrompts(REWRITE);

  private final Kit kit = Kit.of(PACK).as("alice", Scope.READ);

  @Test
  void readsOneNote() {
    assertThat(kit.read("notes://by-title/sea").text()).isEqualTo("Calm.");
    assertThat(kit.read("notes://by-title/moon").outcome())
        .isInstanceOf(CallOutcome.NotFound.class);
    assertThat(kit.complete("notes://by-title/{title}", "title", "s").value())
        .containsExactly("sea", "sun");
  }

  @Test
  void listsNotes() {
    assertThat(kit.read("notes://index").text().lines()).containsExactlyInAnyOrder("sea", "sun");
  }

  @Test
  void rewritesANote() {
    assertThat(kit.get("rewrite", "{'title':'sea'}").text()).isEqualTo("Rewrite this: Calm.");
    assertThat(kit.complete("rewrite", "tone", "ch").value()).containsExactly("cheerful");
  }

  @Test
  void keepsTheRulesOfPacks() {
    kit.verify();
  }
}
