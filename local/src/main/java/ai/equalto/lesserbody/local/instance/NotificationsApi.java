package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened to the caller. */
final class NotificationsApi {
  private static final int USUAL = 40;
  private static final int MOST = 80;

  private final Notifications notifications;
  private final Accounts accounts;
  private final Sight sight;
  private final AccountView accountView;
  private final StatusView statusView;
  private final Site site;

  NotificationsApi(
      Notifications notifications,
      Accounts accounts,
      Sight sight,
      AccountView accountView,
      StatusView statusView,
      Site site) {
    this.notifications = notifications;
    this.accounts = accounts;
    this.sight = sight;
    this.accountView = accountView;
    this.statusView = statusView;
    this.site = site;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/api/v1/notifications", this::list),
        Route.read("/api/v1/notifications/:id", this::show));
  }

  private Answer list(Call call) {
    Page page = new Page(call, call.params().limit(USUAL, MOST));
    List<Notification> shown = page.cut(wanted(call));
    ArrayNode json = Json.array();
    shown.forEach(notification -> json.add(view(notification, call.caller())));
    return page.answer(shown, json, site);
  }

  private Stream<Notification> wanted(Call call) {
    List<String> types = call.params().all("types");
    List<String> without = call.params().all("exclude_types");
    Optional<Long> from = call.params().id("account_id");
    return notifications
        .of(call.caller())
        .filter(n -> types.isEmpty() || types.contains(n.event().type().wire()))
        .filter(n -> !without.contains(n.event().type().wire()))
        .filter(n -> from.isEmpty() || from.get() == n.event().from());
  }

  private Answer show(Call call) {
    return call.id()
        .flatMap(id -> notifications.of(call.caller()).filter(n -> n.id() == id).findFirst())
        .map(notification -> Answer.ok(view(notification, call.caller())))
        .orElse(Answer.NOT_FOUND);
  }

  private ObjectNode view(Notification notification, Account viewer) {
    Notification.Event event = notification.event();
    ObjectNode json =
        Json.object()
            .put("id", Long.toString(notification.id()))
            .put("type", event.type().wire())
            .put("created_at", StatusView.time(notification.createdAt()));
    json.set("account", accountView.account(accounts.get(event.from())));
    event
        .status()
        .flatMap(id -> sight.find(viewer, id))
        .ifPresent(status -> json.set("status", statusView.status(status, viewer)));
    return json;
  }
}
