package ai.equalto.lesserbody.resource;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.CallRunner;
import ai.equalto.lesserbody.call.Catalog;
import ai.equalto.lesserbody.call.Invocation;
import ai.equalto.lesserbody.call.Shelf;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All resources of this server, and the way to read one. Built once, then only read. */
public final class ResourceRegistry {
  private static final String CLASH = "two resources are at";

  private final Catalog<Resource> resources;
  private final Catalog<ResourceTemplate<?>> templates;
  private final CallRunner runner;

  /**
   * Opens no shelf.
   *
   * @throws IllegalArgumentException if two resources have the same URI, or two templates the same
   *     form
   */
  public ResourceRegistry(
      List<Shelf<Resource>> resources,
      List<Shelf<ResourceTemplate<?>>> templates,
      CallRunner runner) {
    this.resources = new Catalog<>(resources, CLASH);
    this.templates = new Catalog<>(templates, CLASH);
    requireDistinct(List.copyOf(this.templates.names()));
    this.runner = runner;
  }

  private static void requireDistinct(List<String> templates) {
    for (int i = 0; i < templates.size(); i++) {
      for (int j = i + 1; j < templates.size(); j++) {
        String one = templates.get(i);
        String other = templates.get(j);
        if (UriTemplate.parse(one).hasFormOf(UriTemplate.parse(other))) {
          throw new IllegalArgumentException(one + " and " + other + " are of the same form");
        }
      }
    }
  }

  /** Whether there is nothing to read here. */
  public boolean isEmpty() {
    return resources.names().isEmpty() && templates.names().isEmpty();
  }

  /** The resources that this caller may read, in the order of their URIs. */
  public List<Resource> visibleTo(Principal principal) {
    return resources.visibleTo(principal);
  }

  /** The templates of resources that this caller may read, in the order of their forms. */
  public List<ResourceTemplate<?>> templatesVisibleTo(Principal principal) {
    return templates.visibleTo(principal);
  }

  /** Whether there is, or by its form may be, a resource at this URI that the caller may read. */
  public boolean isReadable(String uri, Principal principal) {
    return find(uri).filter(one -> one.isOpenTo(principal)).isPresent();
  }

  /** The resource at this URI, or else of the templates that it is of the most guarded. */
  private Optional<ReadableResource> find(String uri) {
    return resources
        .find(uri)
        .<ReadableResource>map(one -> one)
        .or(() ->
            templates.all().stream()
                .filter(one -> one.covers(uri))
                .max(Comparator.comparing(ResourceTemplate::scope)));
  }

  /**
   * Reads a resource, or else what the most guarded template gives that the URI is of.
   *
   * @param uri as sent
   * @throws RuntimeException whatever a broken reader throws, after it was recorded
   */
  public CallOutcome<ResourceOutput> read(String uri, Invocation invocation) {
    Optional<ReadableResource> named = find(uri);
    return runner.run(
        AuditEvent.Kind.RESOURCE_READ,
        named,
        invocation,
        call -> outcome(named.orElseThrow().read(uri, call), named.orElseThrow().info()));
  }

  private static CallOutcome<ResourceOutput> outcome(ResourceResult result, ResourceInfo info) {
    switch (result) {
      case ResourceResult.Success(var contents) -> {
        return new CallOutcome.Done<>(new ResourceOutput(contents, info.caching()));
      }
      case ResourceResult.Missing() -> {
        return new CallOutcome.NotFound<>();
      }
      case ResourceResult.Failure(String message) -> {
        return new CallOutcome.Failed<>(message);
      }
    }
  }

  /** Records as an error a call that is not made, because the request around it forbids it. */
  public void skip(String uri, Invocation invocation) {
    runner.skip(AuditEvent.Kind.RESOURCE_READ, find(uri), invocation);
  }

  /**
   * Suggests values for a variable of a template.
   *
   * @param template the form as sent
   */
  public CallOutcome<List<String>> complete(
      String template,
      String variable,
      String typed,
      Map<String, String> settled,
      Invocation invocation) {
    Optional<ResourceTemplate<?>> named = templates.find(template);
    return runner.run(
        AuditEvent.Kind.COMPLETION,
        named,
        invocation,
        call ->
            new CallOutcome.Done<>(
                named.orElseThrow().completions().suggest(variable, typed, settled, call)));
  }
}
