package ai.equalto.lesserbody.local.instance;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** The caller's own account. An avatar is named by its URL, as in Lesser; nothing is uploaded. */
final class ProfileApi {
  private static final int MAX_NAME = 30;
  private static final int MAX_NOTE = 500;

  private final Store store;
  private final AccountView view;

  ProfileApi(Store store, AccountView view) {
    this.store = store;
    this.view = view;
  }

  List<Route> routes() {
    return List.of(
        Route.read(
            "/api/v1/accounts/verify_credentials",
            call -> Answer.ok(view.credentials(call.caller()))),
        Route.write("PATCH", "/api/v1/accounts/update_credentials", this::update));
  }

  /** What is not sent stays as it is. */
  private Answer update(Call call) {
    Account before = call.caller();
    Optional<String> avatar = call.params().text("avatar");
    Account after =
        new Account(
            before.id(),
            before.username(),
            call.params().text("display_name").orElse(before.displayName()),
            call.params().text("note").orElse(before.note()),
            avatar.or(before::avatar).filter(url -> !url.isEmpty()));
    Optional<String> problem = problem(after);
    if (problem.isPresent()) {
      return Answer.invalid(problem.get());
    }
    store.accounts().put(after);
    return Answer.ok(view.credentials(after));
  }

  private static Optional<String> problem(Account account) {
    if (Length.of(account.displayName()) > MAX_NAME) {
      return Optional.of("Display name is too long (maximum is 30 characters)");
    }
    if (Length.of(account.note()) > MAX_NOTE) {
      return Optional.of("Note character limit of 500 exceeded");
    }
    return account.avatar().filter(url -> !isWebUrl(url)).map(url -> "Avatar is invalid");
  }

  private static boolean isWebUrl(String text) {
    try {
      URI url = new URI(text);
      return url.getHost() != null
          && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
