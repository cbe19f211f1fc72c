package ai.equalto.lesserbody.jsonrpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RpcReplyTest {
  private static final RpcId ID = new RpcId(TextNode.valueOf("a"));

  @Test
  void aResultCarriesTheIdOfItsCall() {
    RpcReply reply = new RpcReply.Result(ID, Json.object().put("ok", true));

    assertThat(Json.write(reply.toJson()))
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"result\":{\"ok\":true}}");
  }

  @Test
  void aFailureCarriesCodeAndMessage() {
    RpcReply reply =
        new RpcReply.Failure(Optional.of(ID), new RpcError(RpcError.INVALID_PARAMS, "No."));

    assertThat(Json.write(reply.toJson()))
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"error\":{\"code\":-32602,\"message\":\"No.\"}}");
  }

  @Test
  void aFailureCarriesItsData() {
    RpcError error = new RpcError(1, "No.", Optional.of(Json.object().put("why", "because")));
    RpcReply reply = new RpcReply.Failure(Optional.of(ID), error);

    assertThat(Json.write(reply.toJson()))
        .endsWith("\"error\":{\"code\":1,\"message\":\"No.\",\"data\":{\"why\":\"because\"}}}");
  }

  @Test
  void aFailureWithoutAReadableIdHasNone() {
    RpcReply reply =
        new RpcReply.Failure(Optional.empty(), new RpcError(RpcError.PARSE_ERROR, "No."));

    assertThat(reply.toJson().has("id")).isFalse();
  }
}
