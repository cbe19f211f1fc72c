package ai.equalto.lesserbody.tool;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.InputValidator;
import ai.equalto.lesserbody.schema.InvalidInputException;
import ai.equalto.lesserbody.schema.Lazy;
import ai.equalto.lesserbody.schema.RecordReader;
import ai.equalto.lesserbody.schema.RecordWriter;
import ai.equalto.lesserbody.schema.Schemas;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/** A tool with what it takes to call it, each part prepared when it is first needed. */
public final class RegisteredTool {
  private final Tool<?, ?> tool;
  private final Supplier<ObjectNode> inputSchema;
  private final Supplier<ObjectNode> outputSchema;
  private final Supplier<Invoker> invoker;

  /** Runs the tool on JSON. */
  @FunctionalInterface
  private interface Invoker {
    ToolOutcome invoke(ObjectNode arguments, CallContext context) throws InvalidInputException;
  }

  RegisteredTool(Tool<?, ?> tool) {
    this.tool = tool;
    this.inputSchema = Lazy.of(() -> Schemas.ofInput(tool.input()));
    this.outputSchema = Lazy.of(() -> Schemas.ofOutput(tool.output()));
    this.invoker = Lazy.of(() -> invoker(tool));
  }

  /** The tool as it was registered. */
  public Tool<?, ?> tool() {
    return tool;
  }

  /** The JSON Schema of the arguments; shared, not to be changed. */
  public ObjectNode inputSchema() {
    return inputSchema.get();
  }

  /** The JSON Schema of the structured content; shared, not to be changed. */
  public ObjectNode outputSchema() {
    return outputSchema.get();
  }

  ToolOutcome invoke(ObjectNode arguments, CallContext context) throws InvalidInputException {
    return invoker.get().invoke(arguments, context);
  }

  private <I extends Record, O extends Record> Invoker invoker(Tool<I, O> tool) {
    InputValidator validator = new InputValidator(inputSchema());
    RecordReader<I> reader = new RecordReader<>(tool.input());
    RecordWriter<O> writer = new RecordWriter<>(tool.output());
    return (arguments, context) -> {
      ObjectNode given = withoutNulls(arguments);
      validator.check(given);
      return switch (tool.handler().handle(reader.read(given), context)) {
        case ToolResult.Success<O>(O output) -> new ToolOutcome.Success(writer.write(output));
        case ToolResult.Failure<O>(String message) -> new ToolOutcome.Failure(message);
      };
    };
  }

  /** Models often send null for a field that they leave out. */
  private static ObjectNode withoutNulls(ObjectNode arguments) {
    ObjectNode given = Json.object();
    arguments
        .properties()
        .forEach(field -> {
          if (!field.getValue().isNull()) {
            given.set(field.getKey(), field.getValue());
          }
        });
    return given;
  }
}
