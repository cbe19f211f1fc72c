package ai.equalto.lesserbody.schema;

import static ai.equalto.lesserbody.schema.HeaderParameters.Type.BOOLEAN;
import static ai.equalto.lesserbody.schema.HeaderParameters.Type.INTEGER;
import static ai.equalto.lesserbody.schema.HeaderParameters.Type.STRING;
import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.equalto.lesserbody.schema.HeaderParameters.Parameter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderParametersTest {
  private static ObjectNode schema(String properties) {
    return object("{'type':'object','properties':{" + properties + "}}");
  }

  private static void assertRefused(ObjectNode schema, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeaderParameters.of(schema))
        .withMessage(message);
  }

  @Test
  void mostInputsMirrorNothing() {
    assertThat(HeaderParameters.of(object("{'type':'object'}")).all()).isEmpty();
    assertThat(HeaderParameters.of(Schemas.ofInput(Samples.Everything.class)).all()).isEmpty();
  }

  @Test
  void findsWhatIsMirroredInTheOrderOfTheSchema() {
    ObjectNode schema =
        schema(
            "'region':{'type':'string','enum':['eu','us'],'x-mcp-header':'Region'},"
                + "'plain':{'type':'string'},"
                + "'limit':{'type':'integer','minimum':0,'x-mcp-header':'!#$%&*+-.^_`|~09azAZ'},"
                + "'deep':{'type':'object','properties':{'properties':{'type':'object',"
                + "'properties':{'x':{'type':'boolean','x-mcp-header':'region2'}}}}}");

    assertThat(HeaderParameters.of(schema).all())
        .containsExactly(
            new Parameter("Region", List.of("region"), STRING),
            new Parameter("!#$%&*+-.^_`|~09azAZ", List.of("limit"), INTEGER),
            new Parameter("region2", List.of("deep", "properties", "x"), BOOLEAN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "''",
        "' '",
        "'My Region'",
        "'Region:Primary'",
        "'R\u00e9gion'",
        "'Region\\t1'",
        "'Region\\r\\nX'",
        "'Region\\u0000'",
        "'Region/1'",
        "'(a)'",
        "5",
        "true",
        "null",
        "['Region']",
        "{}",
      })
  void refusesANameThatIsNoToken(String name) {
    ObjectNode schema = schema("'a':{'properties':{'b':{'type':'string','x-mcp-header':0}}}");
    schema
        .withObject("/properties/a/properties/b")
        .set("x-mcp-header", object("{'n':" + name + "}").get("n"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeaderParameters.of(schema))
        .withMessageEndingWith(" is no token, at a.b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'type':'number'",
        "'type':'object'",
        "'type':'array'",
        "'type':'null'",
        "'type':['string','null']",
        "'type':['string']",
        "'enum':['a']",
        "'$ref':'#/$defs/a'",
        "'description':'a'",
      })
  void refusesWhatIsNeitherTextNorIntegerNorBoolean(String type) {
    assertRefused(
        schema("'a':{" + type + ",'x-mcp-header':'Region'}"),
        "the header \"Region\" needs one type: string, integer or boolean");
  }

  @ParameterizedTest
  @CsvSource({"Region, Region", "MyField, myfield", "I, i"})
  void refusesANameThatIsUsedTwice(String name, String again) {
    assertRefused(
        schema(
            "'a':{'type':'string','x-mcp-header':'"
                + name
                + "'},'b':{'type':'object','properties':{'c':{'type':'string','x-mcp-header':'"
                + again
                + "'}}}"),
        "two arguments have the header " + again);
  }

  @ParameterizedTest
  @CsvSource({"minimum, -9007199254740992", "maximum, 9007199254740992", "maximum, 1e20"})
  void refusesBoundsThatNotEveryClientKeepsExact(String bound, String value) {
    assertRefused(
        schema("'a':{'type':'integer','x-mcp-header':'Limit','" + bound + "':" + value + "}"),
        "the header \"Limit\" is of integers that not every client keeps exact");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'x-mcp-header':'Region','type':'object'}",
        "{'items':HERE}",
        "{'prefixItems':[{},HERE]}",
        "{'contains':HERE}",
        "{'oneOf':[HERE]}",
        "{'anyOf':[{'properties':{'a':HERE}}]}",
        "{'allOf':[{'properties':{'a':HERE}}]}",
        "{'not':HERE}",
        "{'if':{'properties':{'a':HERE}}}",
        "{'then':{'properties':{'a':HERE}}}",
        "{'else':{'properties':{'a':HERE}}}",
        "{'$defs':{'a':HERE}}",
        "{'definitions':{'a':HERE}}",
        "{'dependentSchemas':{'a':{'properties':{'a':HERE}}}}",
        "{'patternProperties':{'a':HERE}}",
        "{'additionalProperties':HERE}",
        "{'unevaluatedProperties':HERE}",
        "{'propertyNames':HERE}",
        "{'properties':{'a':{'items':HERE}}}",
        "{'properties':{'a':{'items':{'properties':{'a':HERE}}}}}",
        "{'properties':{'a':{'properties':{'b':{'anyOf':[HERE]}}}}}",
        "{'x-mine':{'a':[[HERE]]}}",
      })
  void refusesAHeaderThatPropertiesAloneDoNotLeadTo(String schema) {
    assertRefused(
        object(schema.replace("HERE", "{'type':'string','x-mcp-header':'Region'}")),
        "the header \"Region\" stands where properties alone do not lead");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'properties':{'x-mcp-header':{'type':'string'}}}",
        "{'$defs':{'x-mcp-header':{'type':'string'}}}",
        "{'default':{'x-mcp-header':'Region'}}",
        "{'examples':[{'x-mcp-header':'Region'}],'const':{'x-mcp-header':''}}",
      })
  void aNameOrAValueIsNoAnnotation(String schema) {
    assertThat(HeaderParameters.of(object(schema)).all()).isEmpty();
  }
}
