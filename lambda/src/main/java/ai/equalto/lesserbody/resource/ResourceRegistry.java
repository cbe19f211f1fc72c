package ai.equalto.lesserbody.resource;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.CallRunner;
import ai.equalto.lesserbody.call.Invocation;
import ai.equalto.lesserbody.call.Offer;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All resources of this server, and the way to read one. Built once, then only read. */
public final class ResourceRegistry {
  private final SortedMap<String, Resource> resources;
  private final SortedMap<String, ResourceTemplate<?>> templates;
  private final CallRunner runner;

  /**
   * @throws IllegalArgumentException if two resources have the same URI, or two templates the same
   *     form
   */
  public ResourceRegistry(
      List<Resource> resources, List<ResourceTemplate<?>> templates, CallRunner runner) {
    this.resources = byAuditName(resources);
    this.templates = byAuditName(templates);
    requireDistinct(templates);
    this.runner = runner;
  }

  private static void requireDistinct(List<ResourceTemplate<?>> templates) {
    for (int i = 0; i < templates.size(); i++) {
      UriTemplate one = templates.get(i).template();
      for (ResourceTemplate<?> other : templates.subList(i + 1, templates.size())) {
        if (one.hasFormOf(other.template())) {
          throw new IllegalArgumentException(
              one + " and " + other.template() + " are of the same form");
        }
      }
    }
  }

  private static <T extends Offer> SortedMap<String, T> byAuditName(List<T> all) {
    SortedMap<String, T> byName = new TreeMap<>();
    for (T one : all) {
      if (byName.put(one.auditName(), one) != null) {
        throw new IllegalArgumentException("two resources are at " + one.auditName());
      }
    }
    return Collections.unmodifiableSortedMap(byName);
  }

  /** Whether there is nothing to read here. */
  public boolean isEmpty() {
    return resources.isEmpty() && templates.isEmpty();
  }

  /** The resources that this caller may read, in the order of their URIs. */
  public List<Resource> visibleTo(Principal principal) {
    return mayRead(principal, resources.values());
  }

  /** The templates of resources that this caller may read, in the order of their forms. */
  public List<ResourceTemplate<?>> templatesVisibleTo(Principal principal) {
    return mayRead(principal, templates.values());
  }

  private static <T extends Offer> List<T> mayRead(Principal principal, Collection<T> all) {
    return all.stream().filter(one -> one.isOpenTo(principal)).toList();
  }

  /** Whether there is, or by its form may be, a resource at this URI that the caller may read. */
  public boolean isReadable(String uri, Principal principal) {
    return find(uri).filter(one -> one.isOpenTo(principal)).isPresent();
  }

  /** The resource at this URI, or else of the templates that it is of the most guarded. */
  private Optional<ReadableResource> find(String uri) {
    return Optional.<ReadableResource>ofNullable(resources.get(uri))
        .or(() ->
            templates.values().stream()
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
    return switch (result) {
      case ResourceResult.Success(var contents) ->
          new CallOutcome.Done<>(new ResourceOutput(contents, info.caching()));
      case ResourceResult.Missing() -> new CallOutcome.NotFound<>();
      case ResourceResult.Failure(String message) -> new CallOutcome.Failed<>(message);
    };
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
    Optional<ResourceTemplate<?>> named = Optional.ofNullable(templates.get(template));
    return runner.run(
        AuditEvent.Kind.COMPLETION,
        named,
        invocation,
        call ->
            new CallOutcome.Done<>(
                named.orElseThrow().completions().suggest(variable, typed, settled, call)));
  }
}
