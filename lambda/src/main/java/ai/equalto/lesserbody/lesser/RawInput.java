package ai.equalto.lesserbody.lesser;

import java.util.Optional;

/** Arguments of a tool that can show what the instance answered as it is. */
interface RawInput {
  /** What the argument is for. */
  String WHAT = "Whether to show the instance's JSON as well; false by default.";

  /** Whether to show it; not if absent. */
  Optional<Boolean> raw();
}
