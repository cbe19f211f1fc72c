package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.http.Response;

/** One era of the protocol: answers what was posted to the endpoint by a client of that era. */
@FunctionalInterface
public interface Protocol {
  /** Answers any JSON, however wrong it is. */
  Response answer(Exchange exchange);
}
