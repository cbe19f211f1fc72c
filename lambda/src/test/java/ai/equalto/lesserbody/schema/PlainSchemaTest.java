package ai.equalto.lesserbody.schema;

import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import ai.equalto.lesserbody.testkit.MadeUp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainSchemaTest {
  private enum Verdict {
    PLAIN,
    VALID,
    INVALID
  }

  private static Verdict verdict(JsonNode schema) {
    if (PlainSchema.isOne(schema)) {
      assertThatNoException().as(schema.toString()).isThrownBy(() -> MetaSchema.check(schema));
      return Verdict.PLAIN;
    }
    try {
      MetaSchema.check(schema);
      return Verdict.VALID;
    } catch (IllegalArgumentException e) {
      return Verdict.INVALID;
    }
  }

  @Test
  void whatItTakesIsValidByTheMetaschema() {
    Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);

    MadeUp.inAll(6_000, made -> seen.merge(verdict(MadeUpSchema.of(made)), 1, Integer::sum));

    assertThat(seen.values()).hasSize(3).allMatch(count -> count > 500);
  }

  @Test
  void takesWhatIsUsual() {
    ObjectNode usual =
        object(
            "{'type':'object','title':'t','description':'d','required':['a','b'],"
                + "'additionalProperties':false,'properties':{"
                + "'a':{'type':'string','minLength':1,'maxLength':9,'format':'uri','default':''},"
                + "'b':{'type':'integer','minimum':-1,'maximum':9.5,'examples':[1]},"
                + "'c':{'type':'array','minItems':0,'maxItems':9,'items':{'enum':['x',1]}},"
                + "'d':true,'e':{'const':null},'f':{}}}");
    assertThat(PlainSchema.isOne(usual)).isTrue();
    assertThat(PlainSchema.isOne(Schemas.ofInput(Samples.Everything.class))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$ref':'#'}",
        "{'$schema':'https://json-schema.org/draft/2020-12/schema'}",
        "{'type':['string','null']}",
        "{'pattern':'a'}",
        "{'anyOf':[true]}",
        "{'properties':{'a':{'items':{'$ref':'#'}}}}",
        "{'x-mcp-header':'A'}"
      })
  void leavesTheRestToTheValidator(String schema) {
    assertThat(PlainSchema.isOne(object(schema))).isFalse();
    assertThatNoException().isThrownBy(() -> MetaSchema.check(object(schema)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'text'}",
        "{'type':1}",
        "{'title':1}",
        "{'description':[]}",
        "{'format':null}",
        "{'minimum':'1'}",
        "{'maximum':true}",
        "{'minLength':-1}",
        "{'maxLength':1.5}",
        "{'minItems':'1'}",
        "{'maxItems':-9223372036854775809}",
        "{'required':'a'}",
        "{'required':[1]}",
        "{'required':['a','a']}",
        "{'properties':[]}",
        "{'properties':{'a':1}}",
        "{'items':[]}",
        "{'additionalProperties':null}",
        "{'enum':{}}",
        "{'examples':1}"
      })
  void whatIsWrongIsRefusedAsBefore(String schema) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaLimits.check(object(schema)))
        .withMessageStartingWith("no JSON Schema 2020-12: at ");
  }
}
