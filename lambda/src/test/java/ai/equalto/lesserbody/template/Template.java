package ai.equalto.lesserbody.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A CloudFormation template, in YAML or JSON, as a tree in which each tag ({@code !Ref x}) has its
 * long form ({@code {"Ref": "x"}}).
 */
public final class Template {
  /** The file to read instead of what is deployed: the same after the transform of SAM, say. */
  private static final String OTHER_FILE = "lesserbody.template";

  private static final Pattern CONDITION =
      Pattern.compile("\"(?:Fn::If\":\\[|Condition\":)\"(\\w+)\"");

  private final JsonNode root;

  private Template(JsonNode root) {
    this.root = root;
  }

  /** What is deployed. */
  public static Template deployed() {
    return read(Path.of(System.getProperty(OTHER_FILE, "../template.yaml")));
  }

  private static Template read(Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      Object tree = new Yaml(new LongForms()).load(text);
      return new Template(new ObjectMapper().valueToTree(tree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode root() {
    return root;
  }

  JsonNode parameter(String name) {
    return required(root.at("/Parameters/" + name), name);
  }

  /** A resource with its type, its properties and its policies of deletion. */
  JsonNode resource(String name) {
    return required(root.at("/Resources/" + name), name);
  }

  public JsonNode properties(String name) {
    return required(resource(name).path("Properties"), name);
  }

  /** The names of the parameters on which a part depends, also by a condition. */
  Set<String> parametersOf(JsonNode part) {
    Set<String> names = new TreeSet<>();
    String text = part.toString();
    CONDITION
        .matcher(text)
        .results()
        .forEach(used -> names.addAll(parametersOf(root.at("/Conditions/" + used.group(1)))));
    for (Map.Entry<String, JsonNode> parameter : root.path("Parameters").properties()) {
      String name = parameter.getKey();
      if (text.contains("{\"Ref\":\"" + name + "\"}") || text.contains("${" + name + "}")) {
        names.add(name);
      }
    }
    return names;
  }

  /** The names of all resources of a type. */
  List<String> resources(Predicate<String> type) {
    return root.path("Resources").properties().stream()
        .filter(resource -> type.test(resource.getValue().path("Type").asText()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The names of all functions, before or after the transform of SAM. */
  public List<String> functions() {
    return resources(List.of("AWS::Serverless::Function", "AWS::Lambda::Function")::contains);
  }

  /** The class that a function calls. */
  public String handler(String function) {
    return properties(function).path("Handler").asText();
  }

  /** The name of the role that a function runs as. */
  public String role(String function) {
    return properties(function).at("/Role/Fn::GetAtt/0").asText();
  }

  /** What a role may do and may not, whatever the conditions are. */
  public List<Grant> grants(String role) {
    List<Grant> grants = new ArrayList<>();
    for (JsonNode policy : properties(role).path("Policies")) {
      JsonNode present = policy.has("Fn::If") ? policy.path("Fn::If").path(1) : policy;
      for (JsonNode statement : present.at("/PolicyDocument/Statement")) {
        grants.add(
            new Grant(
                present.path("PolicyName").asText(),
                statement.path("Effect").asText(),
                texts(statement.path("Action")).map(JsonNode::asText).toList(),
                texts(statement.path("Resource")).toList(),
                statement.path("Condition")));
      }
    }
    return grants;
  }

  /** One value, or a list of them. */
  private static Stream<JsonNode> texts(JsonNode node) {
    return node.isArray() ? node.valueStream() : Stream.of(node);
  }

  private static JsonNode required(JsonNode node, String name) {
    if (node.isMissingNode()) {
      throw new AssertionError(name + " is not in the template");
    }
    return node;
  }

  /**
   * A statement of a policy.
   *
   * @param policy the name of the policy
   */
  public record Grant(
      String policy,
      String effect,
      List<String> actions,
      List<JsonNode> resources,
      JsonNode condition) {}

  /** Reads tags as what they are short for. */
  private static final class LongForms extends SafeConstructor {
    LongForms() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return longForm(node.getTag().getValue().substring(1), value(node));
            }
          });
    }

    private Object value(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new AssertionError(node);
      };
    }

    private static Map<String, Object> longForm(String tag, Object value) {
      return switch (tag) {
        case "Ref", "Condition" -> Map.of(tag, value);
        case "GetAtt" -> Map.of("Fn::GetAtt", List.of(((String) value).split("\\.", 2)));
        default -> Map.of("Fn::" + tag, value);
      };
    }
  }
}
