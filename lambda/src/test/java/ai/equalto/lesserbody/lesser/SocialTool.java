package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.auth.Scope;
import java.util.Locale;

/** The tools of the pack: how each is called well and badly, and what the instance is asked. */
enum SocialTool {
  PROFILE_READ("{}", "{'x':1}", "x", "GET /api/v1/accounts/verify_credentials", Answers.ACCOUNT),
  TIMELINE_READ("{}", "{'limit':41}", "limit", "GET /api/v1/timelines/home?limit=20", "[]"),
  POST_SEARCH(
      "{'query':'sea'}",
      "{'query':' '}",
      "query",
      "GET /api/v2/search?limit=20&q=sea&type=statuses",
      "{'statuses':[]}"),
  FOLLOWERS_LIST("{}", "{'limit':0}", "limit", "GET /api/v1/accounts/7/followers?limit=20", "[]"),
  FOLLOWING_LIST(
      "{}", "{'cursor':'x=1'}", "cursor", "GET /api/v1/accounts/7/following?limit=20", "[]"),
  NOTIFICATIONS_READ(
      "{}", "{'types':['boost']}", "types", "GET /api/v1/notifications?limit=20", "[]"),
  POST_CREATE(
      "{'content':'Hello','in_reply_to':'42'}",
      "{'content':' '}",
      "content",
      "POST /api/v1/statuses",
      Answers.POST),
  POST_BOOST(
      "{'post_id':'42'}",
      "{'post_id':'..'}",
      "post_id",
      "POST /api/v1/statuses/42/reblog",
      Answers.POST),
  POST_FAVORITE(
      "{'post_id':'42'}", "{}", "post_id", "POST /api/v1/statuses/42/favourite", Answers.POST),
  FOLLOW(
      "{'account':'8'}",
      "{'account':'../8'}",
      "account",
      "POST /api/v1/accounts/8/follow",
      Answers.RELATIONSHIP),
  UNFOLLOW(
      "{'account':'8'}", "{}", "account", "POST /api/v1/accounts/8/unfollow", Answers.RELATIONSHIP),
  PROFILE_UPDATE(
      "{'bio':'x'}",
      "{}",
      "at least one",
      "PATCH /api/v1/accounts/update_credentials",
      Answers.ACCOUNT);

  /** What the instance answers when all is well. */
  static final class Answers {
    static final String ACCOUNT = "{'id':'7','acct':'alice'}";
    static final String POST = "{'id':'42'}";
    static final String RELATIONSHIP = "{'id':'8'}";

    private Answers() {}
  }

  /** JSON in single quotes, as are all of these. */
  final String arguments;

  final String wrongArguments;

  /** What the complaint about those names. */
  final String complaint;

  /** The first line of the request that does the work. */
  final String request;

  final String answer;

  SocialTool(
      String arguments, String wrongArguments, String complaint, String request, String answer) {
    this.arguments = arguments;
    this.wrongArguments = wrongArguments;
    this.complaint = complaint;
    this.request = request;
    this.answer = answer;
  }

  String tool() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean reads() {
    return request.startsWith("GET ");
  }

  Scope scope() {
    return reads() ? Scope.READ : Scope.WRITE;
  }

  /** Whether it asks first who the caller is. */
  boolean asksWhoCalls() {
    return this == FOLLOWERS_LIST || this == FOLLOWING_LIST;
  }

  /** How often a request is sent that fails in a way that may pass. */
  int attempts() {
    return reads() ? 2 : 1;
  }

  /** What a model is told to check when the instance finds nothing. */
  String subject() {
    return switch (this) {
      case POST_CREATE -> "nothing for in_reply_to 42;";
      case POST_BOOST, POST_FAVORITE -> "nothing for post_id 42;";
      case FOLLOW, UNFOLLOW -> "nothing for account 8;";
      case PROFILE_READ,
          TIMELINE_READ,
          POST_SEARCH,
          FOLLOWERS_LIST,
          FOLLOWING_LIST,
          NOTIFICATIONS_READ,
          PROFILE_UPDATE ->
          "operator of this server has to check LESSER_API_BASE_URL";
    };
  }

  /** What a model is told to do when it is unknown whether the work was done. */
  String advice() {
    return switch (this) {
      case POST_CREATE -> "Repeat it with idempotency_key";
      case POST_BOOST, POST_FAVORITE, FOLLOW, UNFOLLOW -> "to do it twice does no harm";
      case PROFILE_UPDATE -> "look before you try again";
      case PROFILE_READ,
          TIMELINE_READ,
          POST_SEARCH,
          FOLLOWERS_LIST,
          FOLLOWING_LIST,
          NOTIFICATIONS_READ ->
          "Try again in a minute";
    };
  }
}
