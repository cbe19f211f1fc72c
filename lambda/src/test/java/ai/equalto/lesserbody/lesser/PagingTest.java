package ai.equalto.lesserbody.lesser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.schema.InvalidInputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "<https://here/x?limit=5&max_id=9>; rel=\"next\"|max_id=9",
        "<https://here/x?min_id=1>; rel=\"prev\", <https://here/x?max_id=9>; rel=\"next\"|max_id=9",
        "<https://here/x?page=2&offset=40>; REL=next|offset=40&page=2",
        "<https://here/x?max_id=9>;title=\"a, <b>; c\";rel=\"last next\"|max_id=9",
        "</x?max_id=9>; rel=\"next\"|max_id=9",
        "<https://elsewhere/y?max_id=https%3A%2F%2Fhere%2F9>; rel=next|max_id=https%3A%2F%2Fhere%2F9",
        "<x?max_id=a%20b&max_id=7&token=t>; rel=next|max_id=7",
      })
  void takesThePagingParametersOfTheNextPage(String header, String cursor) throws Exception {
    assertThat(Paging.next(Optional.of(header))).contains(cursor);
    assertThat(Paging.query(Optional.of(3), Optional.of(cursor)).text())
        .isEqualTo("?limit=3&" + cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<https://here/x?min_id=1>; rel=\"prev\"",
        "<https://here/x?max_id=1>; rel=\"nextly\"",
        "<https://here/x?max_id=1>",
        "<https://here/x>; rel=next",
        "<max_id=1>; rel=next",
        "<https://here/x?token=t&limit=7>; rel=next",
        "<https://here/x?max_id=%zz>; rel=next",
        "<https://here/x?max_id=%0d%0aX>; rel=next",
        "max_id=1; rel=next",
        "<https://here/x?max_id=1; rel=next",
      })
  void findsNoNextPageWhereNoneIsNamed(String header) {
    assertThat(Paging.next(Optional.of(header))).isEmpty();
  }

  @Test
  void doesNotLookAtAnEndlessHeader() {
    String link = "<https://here/x?max_id=9>; rel=next; x=\"" + "<".repeat(100_000) + "\"";

    assertThat(Paging.next(Optional.of(link))).isEmpty();
    assertThat(Paging.next(Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9",
        "limit=40",
        "max_id",
        "max_id=",
        "max_id=9&max_id=9",
        "max_id=9&",
        "max_id=9&acct=bob",
        "max_id=a b",
        "max_id=%0a",
        "max_id=%zz",
        "max_id=é",
        "max_id=9#x",
        "types[]=x",
        "MAX_ID=9"
      })
  void refusesACursorOfAnotherForm(String cursor) {
    assertThatThrownBy(() -> Paging.query(Optional.empty(), Optional.of(cursor)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cursor");
  }
}
