package ai.equalto.lesserbody.schema;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSizeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null                        | 1 | 0",
        "'text'                      | 1 | 0",
        "{}                          | 1 | 1",
        "[]                          | 1 | 1",
        "{'a':1,'b':null}            | 3 | 1",
        "[[],{}]                     | 3 | 2",
        "{'a':{'b':[1,2,[3]]},'c':4} | 8 | 4",
      })
  void countsValuesAndLevels(String json, int values, int depth) {
    assertThat(JsonSize.of(json(json), 100)).isEqualTo(new JsonSize(values, depth));
  }

  @Test
  void stopsCountingOnceThereAreTooMany() {
    ArrayNode wide = Json.array();
    for (int i = 0; i < 10; i++) {
      wide.addArray().addArray().addArray();
    }

    assertThat(JsonSize.of(wide, 10)).isEqualTo(new JsonSize(11, 2));
    assertThat(JsonSize.of(wide, 31)).isEqualTo(new JsonSize(31, 4));
  }

  @Test
  void measuresWhatIsDeeperThanTheStack() {
    ArrayNode deep = Json.array();
    ArrayNode innermost = deep;
    for (int i = 1; i < 100_000; i++) {
      innermost = innermost.addArray();
    }

    assertThat(JsonSize.of(deep, 200_000)).isEqualTo(new JsonSize(100_000, 100_000));
  }
}
