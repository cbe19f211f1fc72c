package ai.equalto.lesserbody.lesser;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.content.ResourceContents;
import ai.equalto.lesserbody.testkit.Kit;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each resource asks the instance, and what it holds. */
class LesserResourcesTest {
  private static final String ACCOUNT =
      "{'id':'7','acct':'alice','display_name':'Alice','url':'https://here/@alice',"
          + "'note':'<p>I am <b>Alice</b></p>','followers_count':3,'following_count':2,"
          + "'statuses_count':1}";

  private StubInstance instance;
  private Kit kit;

  @BeforeEach
  void start() throws IOException {
    instance = new StubInstance();
    kit = instance.kit(Scope.READ);
  }

  @AfterEach
  void stop() {
    instance.close();
  }

  @Test
  void holdsTheCallersProfileForTheCallerAlone() {
    instance.answers(ACCOUNT);

    var read = kit.read("agent://profile").value();

    assertThat(read.contents())
        .singleElement()
        .isInstanceOfSatisfying(
            ResourceContents.Text.class,
            part -> assertThat(part.text()).contains("\"handle\":\"@alice\"", "I am Alice"));
    assertThat(read.caching().scope()).isEqualTo(Caching.Scope.PRIVATE);
  }

  @ParameterizedTest
  @CsvSource({
    "agent://timeline/home, GET /api/v1/timelines/home",
    "agent://timeline/local, GET /api/v1/timelines/public",
    "agent://notifications, GET /api/v1/notifications",
  })
  void asksForTheNewestPage(String uri, String line) {
    instance.answers("[]");

    kit.read(uri).value();

    assertThat(instance.lines()).singleElement().asString().startsWith(line + "?");
  }

  @ParameterizedTest
  @CsvSource({"agent://followers, followers", "agent://following, following"})
  void asksWhoTheCallerIsAndThenForTheAccounts(String uri, String end) {
    instance.answers(ACCOUNT).answers("[" + ACCOUNT + "]");

    kit.read(uri).value();

    assertThat(instance.lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("GET /api/v1/accounts/7/" + end);
  }

  @Test
  void tellsWhyItCannotBeRead() {
    instance.answers(401, "{}");

    assertThat(kit.read("agent://profile").failure()).contains("access token");
  }

  @Test
  void needsAScopeToRead() {
    assertThat(instance.kit().read("agent://profile").outcome())
        .isInstanceOf(CallOutcome.Denied.class);
    assertThat(instance.lines()).isEmpty();
  }
}
