package ai.equalto.lesserbody.mcp.legacy;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import ai.equalto.lesserbody.mcp.Caller;
import ai.equalto.lesserbody.mcp.MethodResult;
import ai.equalto.lesserbody.mcp.ToolMethods;

/** The methods of the older revisions, once a caller is through the handshake. */
public final class LegacyMethods {
  private final ToolMethods tools;

  public LegacyMethods(ToolMethods tools) {
    this.tools = tools;
  }

  /** Stands for a call that is not made; one of a tool is in the audit all the same. */
  MethodResult skip(Caller caller, RpcMessage.Call call) {
    if (call.method().equals("tools/call")) {
      tools.skip(caller, call.params());
    }
    return MethodResult.failed(
        RpcError.INTERNAL_ERROR, "Not done: the batch is too large; send it alone");
  }

  MethodResult answer(Caller caller, RpcMessage.Call call) {
    return switch (call.method()) {
      case "ping" -> new MethodResult.Ok(Json.object());
      case "tools/list" -> tools.list(caller, call.params());
      case "tools/call" -> tools.call(caller, call.params());
      default -> MethodResult.failed(RpcError.METHOD_NOT_FOUND, "Method not found");
    };
  }
}
