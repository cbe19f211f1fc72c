package ai.equalto.lesserbody.schema;

import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaLimitsTest {
  private static final String TREE =
      "{'$id':'https://a.example/tree','$dynamicAnchor':'node','type':'object','properties':{"
          + "'n':{'type':'integer'},'below':{'type':'array','items':{'$dynamicRef':'#node'}}}}";

  private static ObjectNode nested(int levels) {
    ObjectNode schema = Json.object();
    ObjectNode innermost = schema;
    for (int i = 1; i < levels; i++) {
      innermost = innermost.putObject("not");
    }
    return schema;
  }

  @Test
  void anUsualSchemaIsWithinTheLimits() {
    for (Class<? extends Record> type : List.of(Samples.Everything.class, Samples.Bounded.class)) {
      assertThatNoException().isThrownBy(() -> SchemaLimits.check(Schemas.ofInput(type)));
    }
  }

  @Test
  void refusesASchemaThatIsTooDeep() {
    assertThatNoException().isThrownBy(() -> SchemaLimits.check(nested(32)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaLimits.check(nested(33)))
        .withMessage("the schema is deeper than 32 levels");
  }

  @Test
  void refusesASchemaThatIsTooLarge() {
    ObjectNode schema = Json.object();
    ArrayNode values = schema.putArray("enum");
    for (int i = 2; i < 2_000; i++) {
      values.add(i);
    }
    assertThatNoException().isThrownBy(() -> SchemaLimits.check(schema));

    values.add(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaLimits.check(schema))
        .withMessage("the schema holds more than 2000 values");
  }

  @Test
  void takesTheDialectOfTheProtocol() {
    assertThatNoException()
        .isThrownBy(() -> SchemaLimits.check(Json.object().put("$schema", Draft202012.ID)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$schema':'http://json-schema.org/draft-07/schema#'}",
        "{'$schema':'https://json-schema.org/draft/2019-09/schema'}",
        "{'$schema':'https://a.example/mine'}",
        "{'$schema':5}",
        "{'$schema':null}",
        "{'properties':{'a':{'$schema':'http://json-schema.org/draft-07/schema#'}}}",
        "{'$defs':{'a':{'$id':'b','$schema':'https://a.example/mine'}}}",
      })
  void refusesOtherDialects(String schema) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaLimits.check(object(schema)))
        .withMessage("a $schema other than https://json-schema.org/draft/2020-12/schema");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'text'}                            | /type",
        "{'type':'any'}                             | /type",
        "{'properties':[]}                          | /properties",
        "{'properties':{'a':{'minLength':-1}}}      | /properties/a/minLength",
        "{'required':'a'}                           | /required",
        "{'allOf':[]}                               | /allOf",
        "{'items':[{}]}                             | /items",
        "{'$ref':5}                                 | /$ref",
        "{'pattern':'('}                            | /pattern",
        "{'$defs':{'a':5}}                          | /$defs/a",
        "{'$id':'#a'}                               | /$id",
        "{'properties':{'a':{'oneOf':[{'type':1}]}}}| /properties/a/oneOf/0/type",
      })
  void refusesWhatIsNoSchemaAndNamesThePlace(String schema, String place) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaLimits.check(object(schema)))
        .withMessageStartingWith("no JSON Schema 2020-12: at \"" + place + "\" ");
  }

  /** The validator must find what the limits let pass. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'properties':{'a':{'$ref':'#/$defs/n'}},'$defs':{'n':{'type':'integer'}}}",
        "{'properties':{'a':{'$ref':'#n'}},'$defs':{'n':{'$anchor':'n','type':'integer'}}}",
        "{'$id':'https://a.example/b/','properties':{'a':{'$ref':'n'}},"
            + "'$defs':{'n':{'$id':'n','type':'integer'}}}",
        "{'$id':'https://a.example/b/c','properties':{'a':{'$ref':'d'}},"
            + "'$defs':{'n':{'$id':'https://a.example/b/d','type':'integer'}}}",
        "{'$id':'https://a.example/b/c','properties':{'a':{'$ref':'d#/$defs/e'}},"
            + "'$defs':{'n':{'$id':'/b/d','$defs':{'e':{'type':'integer'}}}}}",
        "{'$id':'https://a.example/b/c','properties':{'a':{'$ref':'c#n'}},"
            + "'$defs':{'n':{'$anchor':'n','type':'integer'}}}",
        "{'properties':{'a':{'$ref':'urn:a:n'}},'$defs':{'n':{'$id':'urn:a:n','type':'integer'}}}",
        "{'properties':{'a':{'$ref':'#/$defs/~1n%25~0'}},'$defs':{'/n%~':{'type':'integer'}}}",
        "{'properties':{'a':{'$ref':'#/$defs/n/allOf/1'}},"
            + "'$defs':{'n':{'allOf':[true,{'type':'integer'}]}}}",
        "{'properties':{'a':{'$ref':'#/x/n'}},'x':{'n':{'type':'integer'}}}",
        "{'properties':{'a':{'$dynamicRef':'#n'}},'$defs':{'n':{'$dynamicAnchor':'n',"
            + "'type':'integer'}}}",
      })
  void aReferenceLeadsToASchemaOfTheSameDocument(String schema) throws InvalidInputException {
    ObjectNode local = object(schema);
    SchemaLimits.check(local);
    InputValidator validator = new InputValidator(local);

    validator.check(object("{'a':1}"));
    assertThat(validator.brokenRule(object("{'a':'text'}"))).isPresent();
  }

  @Test
  void aSchemaMayReferToItself() throws InvalidInputException {
    SchemaLimits.check(object(TREE));
    InputValidator validator = new InputValidator(object(TREE));

    validator.check(object("{'n':1,'below':[{'n':2,'below':[]},{'n':3}]}"));
    assertThat(validator.brokenRule(object("{'below':[{'below':[{'n':'x'}]}]}"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/b",
        "https://json-schema.org/draft/2020-12/schema",
        "file:///etc/hostname",
        "classpath:draft/2020-12/schema",
        "resource:draft/2020-12/schema",
        "jar:file:/a.jar!/b",
        "urn:a:b",
        "b",
        "/b",
        "//a.example/b",
        "#/$defs/a",
        "#/title",
        "#a",
        "#/x/list",
      })
  void refusesAReferenceToAnythingElseAndNamesIt(String reference) {
    for (String keyword : List.of("$ref", "$dynamicRef")) {
      ObjectNode schema = object("{'title':'a','properties':{'a':{'items':{}}},'x':{'list':[]}}");
      schema.withObject("/properties/a/items").put(keyword, reference);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> SchemaLimits.check(schema))
          .withMessage("a reference to no schema of the document: " + reference);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'x-mine':{'deep':[[{'$ref':'https://a.example/b'}]]}}",
        "{'properties':{'const':{'$ref':'https://a.example/b'}}}",
        "{'properties':{'$ref':{'$ref':'https://a.example/b'}}}",
        "{'dependentSchemas':{'default':{'not':{'$ref':'https://a.example/b'}}}}",
      })
  void findsAReferenceWhereverItHides(String schema) {
    assertThatIllegalArgumentException().isThrownBy(() -> SchemaLimits.check(object(schema)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'default':{'$ref':'https://a.example/b','$schema':'mine'}}",
        "{'enum':[{'$ref':'https://a.example/b'}],'const':{'$ref':5}}",
        "{'examples':[{'$ref':'https://a.example/b'}]}",
        "{'properties':{'$ref':{'type':'string'},'$schema':{'type':'string'}}}",
      })
  void aReferenceInAValueOrANameIsNone(String schema) {
    assertThatNoException().isThrownBy(() -> SchemaLimits.check(object(schema)));
  }

  @Test
  void refusesTwoSchemasOfOneId() {
    String two = "{'$defs':{'a':{'$id':'https://a.example/b'},'c':{'$id':'https://a.example/b'}}}";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaLimits.check(object(two)))
        .withMessage("two schemas have the $id https://a.example/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$id':'b'}",
        "{'$id':''}",
        "{'$id':'/b'}",
        "{'$defs':{'a':{'$id':'b'}}}",
        "{'$id':'urn:a:b','$defs':{'a':{'$id':'b'}}}"
      })
  void refusesAnIdThatIsNotAbsolute(String schema) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaLimits.check(object(schema)))
        .withMessageStartingWith("an $id that is not absolute: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$ref':'#'}",
        "{'$dynamicAnchor':'a','$dynamicRef':'#a'}",
        "{'properties':{'a':{'$ref':'#/properties/a'}}}",
        "{'allOf':[{'$ref':'#/$defs/a'}],'$defs':{'a':{'anyOf':[{'not':{'$ref':'#'}}]}}}",
        "{'$defs':{'a':{'$ref':'#/$defs/b'},'b':{'if':{},'then':{'$ref':'#/$defs/a'}}}}",
        "{'dependentSchemas':{'a':{'$ref':'#'}}}",
      })
  void refusesASchemaThatWouldBeValidatedForEver(String schema) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaLimits.check(object(schema)))
        .withMessage("a schema refers back to itself for the same value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'items':{'$ref':'#'}}",
        "{'anyOf':[{'properties':{'a':{'$ref':'#'}}},{'$ref':'#/$defs/a'},{'$ref':'#/$defs/a'}],"
            + "'$defs':{'a':{'not':{'additionalProperties':{'$ref':'#'}}}}}",
        "{'$defs':{'a':{'$ref':'#/$defs/b'},'c':{'$ref':'#/$defs/b'},'b':true}}",
      })
  void goingRoundThroughTheValueEnds(String schema) {
    assertThatNoException().isThrownBy(() -> SchemaLimits.check(object(schema)));
  }
}
