package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.content.ResourceContents;
import ai.equalto.lesserbody.schema.Output;

/** Records of one type as what a resource holds, in the JSON that the tools give. */
final class JsonContents<O extends Record> {
  static final String MIME_TYPE = "application/json";

  private final Output<O> output;

  private JsonContents(Output<O> output) {
    this.output = output;
  }

  static <O extends Record> JsonContents<O> of(Class<O> type) {
    return new JsonContents<>(Output.of(type));
  }

  /** What the resource at this URI holds. */
  ResourceContents at(String uri, O value) {
    return ResourceContents.json(uri, output.write(value).orElseThrow());
  }
}
