package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.auth.AccessToken;
import ai.equalto.lesserbody.auth.Proof;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.transport.HttpCall;
import ai.equalto.lesserbody.transport.HttpReply;
import ai.equalto.lesserbody.transport.HttpTransport;
import ai.equalto.lesserbody.transport.TransportException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The API of the one instance, called as whoever calls the tool. The caller's token goes to the
 * base URL and nowhere else: no path leads away from it, and no redirect is followed.
 */
final class Instance {
  private static final int LEAST_PAUSE_MILLIS = 100;
  private static final int MOST_PAUSE_MILLIS = 400;

  /** With less time than this, a second attempt would only be cut off. */
  private static final Duration ATTEMPT = Duration.ofSeconds(1);

  private final HttpTransport transport;
  private final Optional<String> base;
  private final Clock clock;
  private final RandomGenerator random;

  Instance(HttpTransport transport, Optional<URI> base, Clock clock, RandomGenerator random) {
    this.transport = transport;
    this.base = base.map(url -> url.toString().replaceAll("/+$", ""));
    this.clock = clock;
    this.random = random;
  }

  /**
   * The answer. A read is tried twice, if there is time.
   *
   * @throws InstanceException if there is none, or it is a refusal
   */
  Answer send(ApiCall call, CallContext context) throws InstanceException {
    HttpCall http = http(call, context);
    try {
      HttpReply reply = transport.send(http);
      if (reply.status() < 500 || !pausesToTryAgain(call, context)) {
        return answer(call, reply);
      }
    } catch (TransportException e) {
      if (!Failures.mayPass(e.reason()) || !pausesToTryAgain(call, context)) {
        throw Failures.of(call, e);
      }
    }
    return sendAgain(call, http);
  }

  private Answer sendAgain(ApiCall call, HttpCall http) throws InstanceException {
    try {
      return answer(call, transport.send(http));
    } catch (TransportException e) {
      throw Failures.of(call, e);
    }
  }

  private HttpCall http(ApiCall call, CallContext context) throws InstanceException {
    AccessToken token = token(context.principal().proof());
    String url =
        base.orElseThrow(() ->
            new InstanceException(
                "This server does not know its Lesser instance. Trying again will not help; its"
                    + " operator has to set LESSER_API_BASE_URL."));
    Map<String, String> headers = new HashMap<>(call.headers());
    headers.put("Authorization", "Bearer " + token.reveal());
    headers.put("Accept", "application/json");
    call.body().ifPresent(json -> headers.put("Content-Type", "application/json"));
    return new HttpCall(
        call.method(),
        URI.create(url + call.path() + call.query().text()),
        headers,
        call.body().map(json -> Body.of(Json.write(json))));
  }

  /** Nobody acts on the instance but with a token of the instance's own, of this very caller. */
  private static AccessToken token(Proof proof) throws InstanceException {
    return switch (proof) {
      case Proof.LesserToken(AccessToken token) -> token;
      case Proof.IssuerToken(String issuer) -> throw refused("a token of " + issuer);
      case Proof.IamSignature(String arn) -> throw refused("a signature of AWS IAM");
      case Proof.InstanceKey() -> throw refused("the key of the managed instance");
    };
  }

  private static InstanceException refused(String proof) {
    return new InstanceException(
        "You came with "
            + proof
            + ", and only with an access token of the Lesser instance can anything be done there."
            + " Connect with such a token.");
  }

  /** Whether there is reason and time for a second attempt; returns when it is due. */
  private boolean pausesToTryAgain(ApiCall call, CallContext context) throws InstanceException {
    if (!call.isRead()) {
      return false;
    }
    Duration pause = Duration.ofMillis(random.nextInt(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS + 1));
    if (clock.instant().plus(pause).plus(ATTEMPT).isAfter(context.deadline())) {
      return false;
    }
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted(call, e);
    }
  }

  private Answer answer(ApiCall call, HttpReply reply) throws InstanceException {
    if (reply.status() < 200 || reply.status() >= 300) {
      throw Failures.of(call, reply, clock.instant());
    }
    try {
      return new Answer(
          Json.read(reply.body().bytes()), Paging.next(reply.headers().value("Link")));
    } catch (JsonSyntaxException e) {
      throw Failures.notJson(call, e);
    }
  }
}
