package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.schema.InvalidInputException;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import java.util.Optional;

/** Who follows whom. */
final class FollowTools {
  private static final String ACCOUNTS = "/api/v1/accounts/";

  private final Instance instance;

  FollowTools(Instance instance) {
    this.instance = instance;
  }

  Tool<PageInput, Accounts> followers() {
    return list(
        "followers_list", "List followers", "Lists the accounts that follow you.", "/followers");
  }

  Tool<PageInput, Accounts> following() {
    return list(
        "following_list",
        "List whom you follow",
        "Lists the accounts that you follow.",
        "/following");
  }

  /** The newest page of who follows the caller. */
  Accounts newestFollowers(CallContext call) throws InstanceException, InvalidInputException {
    return list(PageInput.FIRST, "/followers", call).output();
  }

  /** The newest page of who follows an account. */
  Accounts newestFollowers(Account account, CallContext call)
      throws InstanceException, InvalidInputException {
    Query paging = Paging.query(PageInput.FIRST.limit(), PageInput.FIRST.cursor());
    return page(account.id(), paging, "/followers", call).output();
  }

  /** The newest page of whom the caller follows. */
  Accounts newestFollowing(CallContext call) throws InstanceException, InvalidInputException {
    return list(PageInput.FIRST, "/following", call).output();
  }

  private Tool<PageInput, Accounts> list(String name, String title, String what, String pathEnd) {
    return Tool.of(
        name,
        title,
        what + " If the answer has a next_cursor there are more: call again with it.",
        Scope.READ,
        ReadingTools.READS_THE_WORLD,
        PageInput.class,
        Accounts.class,
        Work.handler((input, call) -> list(input, pathEnd, call)));
  }

  private Work.Done<Accounts> list(PageInput input, String pathEnd, CallContext call)
      throws InstanceException, InvalidInputException {
    Query paging = Paging.query(input.limit(), input.cursor());
    String own = Fields.id(ProfileTools.own(instance, call).json(), "account");
    return page(own, paging, pathEnd, call);
  }

  private Work.Done<Accounts> page(String account, Query paging, String pathEnd, CallContext call)
      throws InstanceException {
    String path = ACCOUNTS + Query.segment(account) + pathEnd;
    Answer answer = instance.send(ApiCall.get(path, paging), call);
    return new Work.Done<>(Accounts.of(answer), answer.json());
  }

  Tool<AccountInput, Relationship> follow() {
    return change(
        "follow",
        "Follow",
        "Follows an account, whose posts then come to your home"
            + " timeline. Some accounts have to consent first.",
        false);
  }

  Tool<AccountInput, Relationship> unfollow() {
    return change("unfollow", "Unfollow", "Follows an account no longer.", true);
  }

  private Tool<AccountInput, Relationship> change(
      String name, String title, String description, boolean takesAway) {
    return Tool.of(
        name,
        title,
        description,
        Scope.WRITE,
        new ToolAnnotations(false, takesAway, true, true),
        AccountInput.class,
        Relationship.class,
        Work.handler((input, call) -> {
          String path = ACCOUNTS + Query.segment(id(input, call)) + "/" + name;
          Answer answer = instance.send(ApiCall.post(path).about(subject(input)), call);
          return new Work.Done<>(Relationship.of(answer.json()), answer.json());
        }));
  }

  private String id(AccountInput input, CallContext call) throws InstanceException {
    Optional<String> handle = input.handle();
    if (handle.isEmpty()) {
      return input.account();
    }
    Query acct = Query.NONE.with("acct", handle);
    ApiCall lookup = ApiCall.get(ACCOUNTS + "lookup", acct).about(subject(input));
    return Fields.id(instance.send(lookup, call).json(), "account");
  }

  private static String subject(AccountInput input) {
    return "account " + input.account();
  }
}
