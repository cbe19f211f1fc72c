package ai.equalto.lesserbody.resource;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.content.ResourceContents;
import java.util.List;

/**
 * What was read.
 *
 * @param contents in one part or more
 * @param caching how long it may be kept, and for whom
 */
public record ResourceOutput(List<ResourceContents> contents, Caching caching) {
  public ResourceOutput {
    contents = List.copyOf(contents);
    requireNonNull(caching, "caching");
  }
}
