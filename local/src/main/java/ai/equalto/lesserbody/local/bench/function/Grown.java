package ai.equalto.lesserbody.local.bench.function;

import ai.equalto.lesserbody.LambdaHandler;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.schema.Input;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/** The function with as many tools more as the environment says, which take texts of any length. */
public final class Grown implements RequestStreamHandler {
  /** The variable that says how many. */
  public static final String TOOLS = "BENCH_TOOLS";

  /** The first of them. */
  public static final String FIRST_TOOL = "grown_0001";

  private static final String SCHEMA =
      """
      {
        "type": "object",
        "properties": {
          "text": {"type": "string", "description": "A text of any length."},
          "times": {"type": "integer", "minimum": 1, "maximum": 9}
        },
        "required": ["text"],
        "additionalProperties": false
      }
      """;

  private final LambdaHandler function;

  /** Reads how many from the environment. */
  public Grown() {
    int tools = Integer.parseInt(System.getenv(TOOLS));
    Tool<?, ?>[] all = IntStream.rangeClosed(1, tools).mapToObj(Grown::tool).toArray(Tool[]::new);
    Pack pack = Pack.of("grown", "Made for the bench.").withTools(all);
    function =
        new LambdaHandler(
            System.getenv(), List.of(pack), Clock.systemUTC(), line -> System.out.println(line));
  }

  private static Tool<?, ?> tool(int number) {
    // No formatter: what is to be measured is not the making of names.
    String name = "grown_" + Integer.toString(10_000 + number).substring(1);
    return Tool.named(name, name, "Takes a text.", Scope.READ, ToolAnnotations.READS)
        .taking(Input.json(SCHEMA))
        .by((arguments, call) -> ToolResult.showing(Content.text("taken")));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    function.handleRequest(input, output, context);
  }
}
