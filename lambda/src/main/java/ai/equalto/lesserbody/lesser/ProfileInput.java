package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Matches;
import java.util.Optional;

/** The arguments of {@code profile_update}, at least one of them. */
record ProfileInput(
    @Description("The name to go by.") @Bounds(min = 1, max = 100) Optional<String> displayName,
    @Description("What to say about yourself; an empty text takes it away.") @Bounds(max = 5_000)
        Optional<String> bio,
    @Description("The https URL of a picture.") @Matches("^https://[!-~]+$") @Bounds(max = 2_000)
        Optional<String> avatarUrl,
    @Description(RawInput.WHAT) Optional<Boolean> raw)
    implements RawInput {
  ProfileInput {
    requireNonNull(displayName, "displayName");
    requireNonNull(bio, "bio");
    requireNonNull(avatarUrl, "avatarUrl");
    if (displayName.isEmpty() && bio.isEmpty() && avatarUrl.isEmpty()) {
      throw new IllegalArgumentException(
          "at least one of display_name, bio and avatar_url is needed");
    }
    requireNonNull(raw, "raw");
  }
}
