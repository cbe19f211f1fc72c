package ai.equalto.lesserbody.content;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A picture that a client may show beside a name (MCP, "Icon").
 *
 * @param src an https URL, or a data URI
 * @param mimeType overrides what the source says of itself
 * @param sizes such as {@code 48x48}, or {@code any} for a picture that scales
 */
public record Icon(URI src, Optional<String> mimeType, List<String> sizes) {
  private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,4}x[1-9][0-9]{0,4}|any");

  public Icon {
    // Clients run in browsers, where any other scheme would be a way to run a script.
    if (!"https".equals(src.getScheme()) && !"data".equals(src.getScheme())) {
      throw new IllegalArgumentException("an icon is at an https URL or in a data URI");
    }
    requireNonNull(mimeType, "mimeType");
    sizes = List.copyOf(sizes);
    if (!sizes.stream().allMatch(size -> SIZE.matcher(size).matches())) {
      throw new IllegalArgumentException("an icon's size is such as 48x48, or any");
    }
  }

  /** An icon of a type and sizes. */
  public static Icon of(String src, String mimeType, String... sizes) {
    return new Icon(URI.create(src), Optional.of(mimeType), List.of(sizes));
  }

  /** Adds the field {@code icons} to an object, if there are any. */
  public static void addTo(ObjectNode json, List<Icon> icons) {
    if (icons.isEmpty()) {
      return;
    }
    ArrayNode array = json.putArray("icons");
    for (Icon icon : icons) {
      ObjectNode one = array.addObject().put("src", icon.src().toString());
      icon.mimeType().ifPresent(type -> one.put("mimeType", type));
      if (!icon.sizes().isEmpty()) {
        icon.sizes().forEach(one.putArray("sizes")::add);
      }
    }
  }
}
