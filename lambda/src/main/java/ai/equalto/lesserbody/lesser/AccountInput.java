package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import java.util.Optional;
import java.util.regex.Pattern;

/** The arguments of {@code follow} and {@code unfollow}. */
record AccountInput(
    @Description(
            "The account: its id on this instance, or a handle such as @bob or"
                + " @bob@example.social.")
        @Bounds(min = 1, max = InstanceId.MAX)
        String account,
    @Description(RawInput.WHAT) Optional<Boolean> raw)
    implements RawInput {
  AccountInput {
    account = account.strip();
    if (!isHandle(account) && !Pattern.matches(InstanceId.PATTERN, account)) {
      throw new IllegalArgumentException(
          "account: must be an id, or a handle such as @bob@example.social");
    }
    requireNonNull(raw, "raw");
  }

  /** The handle without the sign before it, unless it is an id. */
  Optional<String> handle() {
    return isHandle(account)
        ? Optional.of(account.startsWith("@") ? account.substring(1) : account)
        : Optional.empty();
  }

  private static boolean isHandle(String text) {
    return Pattern.matches("@[\\w.-]+|@?[\\w.-]+@[\\w.-]+(:[0-9]{1,5})?", text);
  }
}
