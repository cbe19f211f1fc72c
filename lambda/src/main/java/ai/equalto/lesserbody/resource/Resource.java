package ai.equalto.lesserbody.resource;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.schema.InvalidInputException;
import java.net.URI;

/**
 * One resource (MCP, "Resources").
 *
 * @param uri unique, absolute (RFC 3986 section 4.3); it also names the resource in the audit
 * @param info what is said of it
 * @param reader reads it
 */
public record Resource(String uri, ResourceInfo info, ResourceReader<Resource.NoVariables> reader)
    implements ReadableResource {
  /** A resource is no template. */
  public record NoVariables() {
    static final NoVariables NONE = new NoVariables();
  }

  public Resource {
    if (!URI.create(uri).isAbsolute()) {
      throw new IllegalArgumentException("not an absolute URI: " + uri);
    }
    requireNonNull(info, "info");
    requireNonNull(reader, "reader");
  }

  @Override
  public String auditName() {
    return uri;
  }

  @Override
  public ResourceResult read(String same, CallContext call)
      throws InvalidInputException, InputRequiredException {
    return reader.read(uri, NoVariables.NONE, call);
  }
}
