package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import java.util.Optional;

/** The arguments of a tool that needs none. */
record PlainInput(@Description(RawInput.WHAT) Optional<Boolean> raw) implements RawInput {
  PlainInput {
    requireNonNull(raw, "raw");
  }
}
