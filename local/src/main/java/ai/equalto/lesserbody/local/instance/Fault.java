package ai.equalto.lesserbody.local.instance;

import java.net.URI;
import java.time.Duration;

/** What can go wrong between a client and an instance. */
public sealed interface Fault {
  /** The request is answered as ever, but later. */
  record Slow(Duration delay) implements Fault {}

  /** The server fails with this status and says so in HTML, as proxies do; nothing is done. */
  record Failing(int status) implements Fault {}

  /** The caller is told to come back after so many seconds; nothing is done. */
  record Busy(int retryAfter) implements Fault {}

  /** The request is carried out, and half of its answer arrives. */
  record Truncated() implements Fault {}

  /** A JSON array of more than two megabytes; nothing is done. */
  record Huge() implements Fault {}

  /** Something that says it is JSON and is not; nothing is done. */
  record NotJson() implements Fault {}

  /** The caller is sent elsewhere; nothing is done. */
  record Redirect(URI target) implements Fault {}

  /** The request is carried out, and the connection closed without an answer. */
  record Closed() implements Fault {}
}
