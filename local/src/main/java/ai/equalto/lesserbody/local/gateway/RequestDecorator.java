package ai.equalto.lesserbody.local.gateway;

import java.util.List;
import java.util.Map;

/** Changes the headers of each request before the function sees them. */
@FunctionalInterface
public interface RequestDecorator {
  /** Leaves every request as it was sent. */
  RequestDecorator NONE = sent -> sent;

  /**
   * The headers that the function is to see.
   *
   * @param sent names in title case, each with all of its values; not to be changed
   */
  Map<String, List<String>> headers(Map<String, List<String>> sent);
}
