package ai.equalto.lesserbody.resource;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.content.Annotations;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.content.Icon;
import java.util.List;

/**
 * What is said of a resource, or of all that a template stands for. Who may read it and who may
 * keep it has no default: it is always written down.
 *
 * @param name a short name for programs
 * @param title a short name for people
 * @param description what it holds, in words for the model
 * @param mimeType the media type of what it holds
 * @param scope what a reader must hold
 * @param caching how long what was read may be kept, and for whom
 * @param annotations how to use it
 * @param icons pictures for people
 */
public record ResourceInfo(
    String name,
    String title,
    String description,
    String mimeType,
    Scope scope,
    Caching caching,
    Annotations annotations,
    List<Icon> icons) {
  public ResourceInfo {
    if (name.isBlank() || title.isBlank() || description.isBlank() || mimeType.isBlank()) {
      throw new IllegalArgumentException(
          "the resource " + name + " lacks a name, a title, a description or a media type");
    }
    requireNonNull(scope, "scope");
    requireNonNull(caching, "caching");
    requireNonNull(annotations, "annotations");
    icons = List.copyOf(icons);
  }

  /** Without hints and pictures. */
  public ResourceInfo(
      String name,
      String title,
      String description,
      String mimeType,
      Scope scope,
      Caching caching) {
    this(name, title, description, mimeType, scope, caching, Annotations.NONE, List.of());
  }

  /** The same with hints. */
  public ResourceInfo with(Annotations hints) {
    return new ResourceInfo(name, title, description, mimeType, scope, caching, hints, icons);
  }

  /** The same with pictures. */
  public ResourceInfo withIcons(Icon... pictures) {
    return new ResourceInfo(
        name, title, description, mimeType, scope, caching, annotations, List.of(pictures));
  }
}
