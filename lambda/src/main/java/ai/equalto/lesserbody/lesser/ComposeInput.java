package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.lesser.PostInput.Visibility;
import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import java.util.Optional;

/** The arguments of {@code compose_post}, trimmed; a blank tone or language is none. */
record ComposeInput(
    @Description("What the post is about.") @Bounds(min = 1, max = 2_000) String topic,
    @Description("How it sounds, such as friendly or factual.") @Bounds(max = 100)
        Optional<String> tone,
    @Description("The language to write in, such as English.") @Bounds(max = 100)
        Optional<String> language,
    @Description("Who may see it; public by default.") Optional<Visibility> visibility) {
  ComposeInput {
    topic = topic.strip();
    if (topic.isEmpty()) {
      throw new IllegalArgumentException("topic: must not be blank");
    }
    tone = tone.map(String::strip).filter(text -> !text.isEmpty());
    language = language.map(String::strip).filter(text -> !text.isEmpty());
    requireNonNull(visibility, "visibility");
  }
}
