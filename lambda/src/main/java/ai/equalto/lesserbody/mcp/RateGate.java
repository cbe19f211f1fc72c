package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcId;
import ai.equalto.lesserbody.limit.Bucket;
import ai.equalto.lesserbody.limit.RateDecision;
import ai.equalto.lesserbody.limit.RateLimiter;
import ai.equalto.lesserbody.tool.ToolRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stands before both eras and refuses what is more than its caller may ask for (429, RFC 6585
 * section 4). A call of a tool counts against the limit of the tool or of its scope, everything
 * else against that of {@code read}, and a batch for each of its messages.
 */
public final class RateGate {
  /** More is no batch but one message that is refused. */
  private static final int MAX_MESSAGES = 50;

  private final RateLimiter limiter;
  private final ToolRegistry tools;

  public RateGate(RateLimiter limiter, ToolRegistry tools) {
    this.limiter = limiter;
    this.tools = tools;
  }

  Response answer(Exchange exchange, Protocol next) {
    JsonNode body = exchange.body();
    RateDecision decision =
        limiter.take(exchange.principal(), exchange.request().requestId(), amounts(body));
    if (decision.refusal().isEmpty()) {
      return decision.on(next.answer(exchange));
    }
    RpcError error = new RpcError(McpErrors.RATE_LIMITED, decision.refusal().get());
    return decision.on(Replies.error(429, RpcId.in(body), error));
  }

  private Map<Bucket, Integer> amounts(JsonNode body) {
    Map<Bucket, Integer> amounts = new LinkedHashMap<>();
    if (body.isArray() && !body.isEmpty() && body.size() <= MAX_MESSAGES) {
      body.forEach(message -> amounts.merge(bucket(message), 1, Integer::sum));
    } else {
      amounts.put(bucket(body), 1);
    }
    return amounts;
  }

  private Bucket bucket(JsonNode message) {
    JsonNode name = message.path("params").path("name");
    boolean call = "tools/call".equals(message.path("method").textValue()) && name.isTextual();
    return call
        ? tools
            .find(name.textValue())
            .map(tool -> limiter.limits().ofTool(tool.name(), tool.scope()))
            .orElseGet(() -> limiter.limits().ofScope(Scope.READ))
        : limiter.limits().ofScope(Scope.READ);
  }
}
