package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import java.util.Optional;

/** The arguments of {@code reputation_report}; a blank focus is none. */
record ReportInput(
    @Description("What to look at above all, such as a topic.") @Bounds(max = 500)
        Optional<String> focus) {
  ReportInput {
    focus = focus.map(String::strip).filter(text -> !text.isEmpty());
  }
}
