package ai.equalto.lesserbody.local.instance;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The links in the header of an answer, by relation (RFC 8288). */
record Links(Map<String, URI> targets) {
  private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"([a-z]+)\"");

  static Links of(HttpResponse<?> answer) {
    return new Links(
        LINK.matcher(answer.headers().firstValue("Link").orElse(""))
            .results()
            .collect(
                Collectors.toMap(
                    (MatchResult link) -> link.group(2), link -> URI.create(link.group(1)))));
  }

  boolean has(String relation) {
    return targets.containsKey(relation);
  }

  /** Path and query of a target. */
  String path(String relation) {
    URI target = targets.get(relation);
    return target.getRawPath() + "?" + target.getRawQuery();
  }
}
