package ai.equalto.lesserbody.lesser;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.testkit.Kit;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each tool asks the instance, and what it makes of the answer. */
class LesserToolsTest {
  private static final String ACCOUNT =
      "{'id':'7','acct':'alice','display_name':'Alice','url':'https://here/@alice',"
          + "'note':'<p>I am <b>Alice</b></p>','followers_count':3,'following_count':2,"
          + "'statuses_count':1}";
  private static final String ACCOUNT_READ =
      "{'id':'7','handle':'@alice','display_name':'Alice','url':'https://here/@alice',"
          + "'bio':'I am Alice','followers':3,'following':2,'posts':1}";
  private static final String POST =
      "{'id':'42','url':'https://there/42','account':{'acct':'bob@there'},"
          + "'content':'<p>Hello</p>','created_at':'2026-01-02T03:04:05.678Z',"
          + "'visibility':'public','in_reply_to_id':null,'replies_count':1,'reblogs_count':2,"
          + "'favourites_count':3}";
  private static final String POST_READ =
      "{'id':'42','url':'https://there/42','author':'@bob@there','text':'Hello',"
          + "'created_at':'2026-01-02T03:04:05.678Z','visibility':'public','replies':1,"
          + "'boosts':2,'favorites':3}";

  private StubInstance instance;
  private Kit kit;

  @BeforeEach
  void start() throws IOException {
    instance = new StubInstance();
    kit = instance.kit(Scope.WRITE);
  }

  @AfterEach
  void stop() {
    instance.close();
  }

  @Test
  void readsTheCallersProfile() {
    instance.answers(ACCOUNT);

    kit.call("profile_read", "{}").gives(ACCOUNT_READ);

    assertThat(instance.lines()).containsExactly("GET /api/v1/accounts/verify_credentials");
    assertThat(instance.sent().getFirst().header("Authorization"))
        .isEqualTo("Bearer " + StubInstance.TOKEN);
  }

  @Test
  void showsTheInstancesJsonToWhoAsksForIt() {
    instance.answers(ACCOUNT).answers(ACCOUNT);

    assertThat(kit.call("profile_read", "{'raw':true}").text())
        .isEqualTo(ACCOUNT.replace('\'', '"'));
    assertThat(kit.call("profile_read", "{'raw':false}").content()).isEmpty();
  }

  @Test
  void doesNotShowJsonThatIsTooLarge() {
    instance.answers("{'id':'7','x':'" + "y".repeat(Work.MAX_RAW) + "'}");

    assertThat(kit.call("profile_read", "{'raw':true}").text()).endsWith("too many to show here.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; /home?limit=20",
        "{'timeline':'home','limit':40}; /home?limit=40",
        "{'timeline':'local'}; /public?limit=20&local=true",
        "{'timeline':'federated','since':'9'}; /public?limit=20&since_id=9",
        "{'since':'9','cursor':'max_id=5'}; /home?limit=20&max_id=5&since_id=9",
        "{'since':'9','cursor':'since_id=8'}; /home?limit=20&since_id=8",
      })
  void readsATimeline(String arguments, String asked) {
    instance.answers("[" + POST + "]");

    kit.call("timeline_read", arguments.replaceAll("^\"|\"$", ""))
        .gives("{'posts':[" + POST_READ + "]}");

    assertThat(instance.lines()).containsExactly("GET /api/v1/timelines" + asked);
  }

  @Test
  void showsOfABoostWhatIsBoosted() {
    instance.answers(
        "[{'id':'43','account':{'acct':'carol'},'content':'','created_at':'2026-02-02T00:00:00Z',"
            + "'reblog':"
            + POST.replace("'id':'42'", "'id':'42','spoiler_text':'salty'")
            + "}]");

    kit.call("timeline_read", "{}")
        .gives(
            "{'posts':[{'id':'43','url':'https://there/42','author':'@carol','text':'Hello',"
                + "'content_warning':'salty','created_at':'2026-02-02T00:00:00Z',"
                + "'visibility':'public','boost_of':'@bob@there','replies':1,'boosts':2,"
                + "'favorites':3}]}");
  }

  @Test
  void searchesPosts() {
    instance.answers("{'accounts':[],'statuses':[" + POST + "],'hashtags':[]}");

    kit.call("post_search", "{'query':' the sea & more ','limit':5}")
        .gives("{'posts':[" + POST_READ + "]}");

    assertThat(instance.lines())
        .containsExactly("GET /api/v2/search?limit=5&q=the+sea+%26+more&type=statuses");
  }

  @ParameterizedTest
  @CsvSource({"followers_list, followers", "following_list, following"})
  void listsFollowersOfTheCallersOwnAccount(String tool, String path) {
    instance.answers(ACCOUNT.replace("'7'", "'https://here/users/alice'"));
    instance.answers(200, "[" + ACCOUNT + "]", "Link", "<https://here/x?max_id=3>; rel=\"next\"");

    kit.call(tool, "{'limit':1}")
        .gives("{'accounts':[" + ACCOUNT_READ + "],'next_cursor':'max_id=3'}");

    assertThat(instance.lines())
        .containsExactly(
            "GET /api/v1/accounts/verify_credentials",
            "GET /api/v1/accounts/https%3A%2F%2Fhere%2Fusers%2Falice/" + path + "?limit=1");
  }

  @Test
  void readsNotifications() {
    instance.answers(
        "[{'id':'1','type':'mention','created_at':'2026-01-02T03:04:05Z',"
            + "'account':{'acct':'bob@there'},'status':"
            + POST
            + "},{'id':'2','type':'follow','created_at':'?','account':{'acct':'carol'}}]");

    kit.call("notifications_read", "{'types':['mention','follow','mention'],'since':'0'}")
        .gives(
            "{'notifications':[{'id':'1','type':'mention','created_at':'2026-01-02T03:04:05Z',"
                + "'account':'@bob@there','post':"
                + POST_READ
                + "},{'id':'2','type':'follow','account':'@carol'}]}");

    assertThat(instance.lines())
        .containsExactly(
            "GET /api/v1/notifications?limit=20&since_id=0&types%5B%5D=mention&types%5B%5D=follow");
  }

  @Test
  void posts() {
    instance.answers(POST);

    kit.call(
            "post_create",
            "{'content':' Hello ','visibility':'private','in_reply_to':'41','idempotency_key':'k'}")
        .gives(POST_READ);

    StubInstance.Sent sent = instance.sent().getFirst();
    assertThat(sent.line()).isEqualTo("POST /api/v1/statuses");
    assertThat(sent.body())
        .isEqualTo("{\"status\":\"Hello\",\"visibility\":\"private\",\"in_reply_to_id\":\"41\"}");
    assertThat(sent.header("Content-Type")).isEqualTo("application/json");
    assertThat(sent.header("Idempotency-Key")).isEqualTo("k");
  }

  @Test
  void postsForAllUnlessToldOtherwise() {
    instance.answers(POST);

    kit.call("post_create", "{'content':'Hello'}").gives(POST_READ);

    assertThat(instance.sent().getFirst().body())
        .isEqualTo("{\"status\":\"Hello\",\"visibility\":\"public\"}");
  }

  @ParameterizedTest
  @CsvSource({"post_boost, reblog", "post_favorite, favourite"})
  void boostsAndFavoritesAPost(String tool, String path) {
    instance.answers(POST);

    kit.call(tool, "{'post_id':'42'}").gives(POST_READ);

    assertThat(instance.lines()).containsExactly("POST /api/v1/statuses/42/" + path);
    assertThat(instance.sent().getFirst().body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"follow, true", "unfollow, false"})
  void followsAnAccountByItsId(String tool, boolean following) {
    instance.answers("{'id':'8','following':" + following + ",'followed_by':true}");

    kit.call(tool, "{'account':'8'}")
        .gives(
            "{'account_id':'8','following':%s,'requested':false,'followed_by':true}"
                .formatted(following));

    assertThat(instance.lines()).containsExactly("POST /api/v1/accounts/8/" + tool);
  }

  @ParameterizedTest
  @CsvSource({"@bob, bob", "@bob@there.example, bob%40there.example", "bob@b:8, bob%40b%3A8"})
  void looksUpAnAccountByItsHandle(String handle, String asked) {
    instance.answers(ACCOUNT).answers("{'id':'7','following':true}");

    assertThat(kit.call("follow", "{'account':'" + handle + "'}").structure().path("account_id"))
        .hasToString("\"7\"");

    assertThat(instance.lines())
        .containsExactly(
            "GET /api/v1/accounts/lookup?acct=" + asked, "POST /api/v1/accounts/7/follow");
  }

  @Test
  void changesOfTheProfileWhatIsGiven() {
    instance.answers(ACCOUNT).answers(ACCOUNT);

    kit.call("profile_update", "{'display_name':'Alice','bio':''}").gives(ACCOUNT_READ);
    kit.call("profile_update", "{'avatar_url':'https://here/a.png'}").gives(ACCOUNT_READ);

    assertThat(instance.lines())
        .containsOnly("PATCH /api/v1/accounts/update_credentials")
        .hasSize(2);
    assertThat(instance.sent().getFirst().body())
        .isEqualTo("{\"display_name\":\"Alice\",\"note\":\"\"}");
    assertThat(instance.sent().getLast().body()).isEqualTo("{\"avatar\":\"https://here/a.png\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "profile_read; {'x':1}; x",
        "timeline_read; {'timeline':'mars'}; timeline",
        "timeline_read; {'limit':41}; limit",
        "timeline_read; {'since':'../9'}; since",
        "post_search; {'query':' '}; query",
        "notifications_read; {'types':['boost']}; types",
        "followers_list; {'limit':0}; limit",
        "post_create; {'content':' '}; content",
        "post_create; {'content':'x','visibility':'secret'}; visibility",
        "post_create; {'content':'x','idempotency_key':'a b'}; idempotency_key",
        "post_boost; {'post_id':'1/../2'}; post_id",
        "post_boost; {'post_id':'..'}; post_id",
        "post_favorite; {'post_id':'https://here/a/../b'}; post_id",
        "follow; {'account':'../8'}; account",
        "follow; {'account':'@bob@there/..'}; account",
        "unfollow; {}; account",
        "profile_update; {}; at least one",
        "profile_update; {'avatar_url':'http://here/a.png'}; avatar_url",
      })
  void refusesWrongArgumentsWithoutAskingTheInstance(String tool, String arguments, String named) {
    assertThat(kit.call(tool, arguments.replaceAll("^\"|\"$", "")).complaint()).contains(named);

    assertThat(instance.lines()).isEmpty();
  }
}
