package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.Completer;
import ai.equalto.lesserbody.lesser.PostInput.Visibility;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.prompt.PromptResult;
import ai.equalto.lesserbody.schema.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an agent is asked for again and again. A prompt reads and asks; it writes nothing. */
final class LesserPrompts {
  private static final String LIMIT =
      "It has at most 500 characters, the usual limit of an instance, mentions and links included.";
  private static final Completer TONES =
      Completer.of("factual", "formal", "friendly", "playful", "warm");

  private static final JsonContents<Posts> TIMELINE = JsonContents.of(Posts.class);
  private static final JsonContents<Post> POST = JsonContents.of(Post.class);
  private static final JsonContents<Account> PROFILE = JsonContents.of(Account.class);
  private static final JsonContents<Accounts> FOLLOWERS = JsonContents.of(Accounts.class);
  private static final JsonContents<Notifications> NOTIFICATIONS =
      JsonContents.of(Notifications.class);

  private final ReadingTools reading;
  private final FollowTools follows;
  private final ProfileTools profile;

  LesserPrompts(ReadingTools reading, FollowTools follows, ProfileTools profile) {
    this.reading = reading;
    this.follows = follows;
    this.profile = profile;
  }

  Prompt<?>[] all() {
    return new Prompt<?>[] {composing(), replying(), summarizing(), reporting()};
  }

  private static Prompt<ComposeInput> composing() {
    return Prompt.of(
            "compose_post",
            "Write a post",
            "Has the model write a post about a topic, and publish it.",
            Scope.READ,
            ComposeInput.class,
            (input, call) -> compose(input))
        .completing("tone", TONES);
  }

  private static PromptResult compose(ComposeInput input) {
    return Briefing.of(
        new Task("Write a post for my account on the instance.")
            .wanting("Topic", Optional.of(input.topic()))
            .wanting("Tone", input.tone())
            .wanting("Language", input.language())
            .then(LIMIT)
            .then(
                "Publish it with the tool post_create, with visibility "
                    + input.visibility().orElse(Visibility.PUBLIC).wire()
                    + ". If the instance finds it too long, shorten it. If you cannot publish, show"
                    + " me the post instead."));
  }

  private Prompt<ReplyInput> replying() {
    return Prompt.of(
            "draft_reply",
            "Draft a reply",
            "Has the model draft an answer to a post, and publish it once you agree.",
            Scope.READ,
            ReplyInput.class,
            Briefing.handler(this::reply))
        .completing("post_id", this::mentions)
        .completing("tone", TONES);
  }

  private PromptResult reply(ReplyInput input, CallContext call) throws InstanceException {
    Post post = reading.post(input.postId(), call);
    String uri = "agent://post/" + Query.segment(input.postId());
    return Briefing.of(
        new Task("Draft an answer from my account to the post in " + uri + ".")
            .wanting("Tone", input.tone())
            .then(LIMIT)
            .then(
                "Begin it with the handle of whom it answers, so that they hear of it: the one in"
                    + " boost_of if there is one, or else the one in author.")
            .then(
                "Show me the draft, and change it until I agree. Then publish it with the tool"
                    + " post_create, with in_reply_to "
                    + input.postId()
                    + " and visibility "
                    + Visibility.of(post).wire()
                    + ", so that no more people see the answer than see the post."),
        POST.at(uri, post));
  }

  /** The ids of posts that mention the caller, newest first. */
  private List<String> mentions(String typed, Map<String, String> settled, CallContext call) {
    try {
      return reading
          .read(NotificationsInput.newest(NotificationsInput.Type.MENTION), call)
          .notifications()
          .stream()
          .flatMap(mention -> mention.post().stream())
          .map(Post::id)
          .filter(id -> id.startsWith(typed))
          .distinct()
          .toList();
    } catch (InstanceException | InvalidInputException e) {
      // Whoever types goes on without suggestions; the prompt itself will say what is wrong.
      return List.of();
    }
  }

  private Prompt<SummaryInput> summarizing() {
    return Prompt.of(
        "summarize_timeline",
        "Summarize a timeline",
        "Has the model summarize the newest posts of a timeline.",
        Scope.READ,
        SummaryInput.class,
        Briefing.handler(this::summarize));
  }

  private PromptResult summarize(SummaryInput input, CallContext call)
      throws InstanceException, InvalidInputException {
    TimelineInput newest =
        TimelineInput.newest(input.timeline(), input.limit().map(Integer::valueOf));
    String uri = "agent://timeline/" + input.timeline().wire();
    return Briefing.of(
        new Task("Summarize the posts in " + uri + ", the newest of that timeline.")
            .wanting("Look above all for", input.focus())
            .then(
                "Say what is talked about and by whom, and which posts I should answer. Give the"
                    + " ids of the posts that you speak of. If there are none, say so."),
        TIMELINE.at(uri, reading.read(newest, call)));
  }

  private Prompt<ReportInput> reporting() {
    return Prompt.of(
        "reputation_report",
        "Report on your reputation",
        "Has the model report how your account stands with others.",
        Scope.READ,
        ReportInput.class,
        Briefing.handler(this::report));
  }

  private PromptResult report(ReportInput input, CallContext call)
      throws InstanceException, InvalidInputException {
    Account own = profile.own(call);
    Accounts followers = follows.newestFollowers(own, call);
    Notifications reactions =
        reading.read(
            NotificationsInput.newest(
                NotificationsInput.Type.MENTION,
                NotificationsInput.Type.REBLOG,
                NotificationsInput.Type.FAVOURITE),
            call);
    return Briefing.of(
        new Task(
                "Report how my account stands with others. There are my profile, my newest"
                    + " followers, and the latest mentions, boosts and favorites.")
            .wanting("Look above all at", input.focus())
            .then(
                "Say who deals with me, what they like and what they object to, with the ids of the"
                    + " posts that show it, and what I could do better.")
            .then("The lists hold the newest only: say what you can tell from them and what not."),
        PROFILE.at("agent://profile", own),
        FOLLOWERS.at("agent://followers", followers),
        NOTIFICATIONS.at("agent://notifications", reactions));
  }
}
