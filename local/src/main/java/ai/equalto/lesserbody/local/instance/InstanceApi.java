package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the instance says of itself to anyone. */
final class InstanceApi {
  private static final String TITLE = "Lesser on this machine";
  private static final String DESCRIPTION = "A Lesser instance for development.";

  /** Clients decide by the number what they may ask for. */
  private static final String VERSION = "4.2.0 (compatible; Lesser local)";

  private final Store store;
  private final Site site;

  InstanceApi(Store store, Site site) {
    this.store = store;
    this.site = site;
  }

  List<Route> routes() {
    return List.of(
        Route.open("/api/v1/instance", () -> Answer.ok(first())),
        Route.open("/api/v2/instance", () -> Answer.ok(second())),
        Route.open("/.well-known/nodeinfo", () -> Answer.ok(nodeinfoLinks())),
        Route.open("/nodeinfo/2.0", () -> Answer.ok(nodeinfo())));
  }

  private ObjectNode first() {
    ObjectNode json =
        Json.object()
            .put("uri", site.domain())
            .put("title", TITLE)
            .put("short_description", DESCRIPTION)
            .put("description", DESCRIPTION)
            .put("email", "")
            .put("version", VERSION)
            .putNull("thumbnail")
            .put("registrations", false)
            .put("approval_required", false)
            .put("invites_enabled", false)
            .putNull("contact_account");
    json.putObject("urls");
    json.putObject("stats")
        .put("user_count", users())
        .put("status_count", statuses())
        .put("domain_count", 0);
    configure(json.putObject("configuration"));
    return lists(json);
  }

  private ObjectNode second() {
    ObjectNode json =
        Json.object()
            .put("domain", site.domain())
            .put("title", TITLE)
            .put("version", VERSION)
            .put("description", DESCRIPTION);
    json.putObject("usage").putObject("users").put("active_month", users());
    json.putObject("thumbnail").putNull("url");
    configure(json.putObject("configuration"));
    json.putObject("registrations")
        .put("enabled", false)
        .put("approval_required", false)
        .putNull("message");
    json.putObject("contact").put("email", "").putNull("account");
    return lists(json);
  }

  private static void configure(ObjectNode json) {
    json.putObject("urls");
    json.putObject("statuses")
        .put("max_characters", Length.LIMIT)
        .put("max_media_attachments", 0)
        .put("characters_reserved_per_url", Length.URL);
    json.putObject("translation").put("enabled", false);
  }

  private static ObjectNode lists(ObjectNode json) {
    json.putArray("languages").add("en");
    json.putArray("rules");
    return json;
  }

  private ObjectNode nodeinfoLinks() {
    ObjectNode json = Json.object();
    json.putArray("links")
        .addObject()
        .put("rel", "http://nodeinfo.diaspora.software/ns/schema/2.0")
        .put("href", site.url("/nodeinfo/2.0"));
    return json;
  }

  private ObjectNode nodeinfo() {
    ObjectNode json = Json.object().put("version", "2.0").put("openRegistrations", false);
    json.putObject("software").put("name", "lesser").put("version", "local");
    json.putArray("protocols");
    json.putObject("services").putArray("inbound");
    json.withObjectProperty("services").putArray("outbound");
    json.putObject("usage").put("localPosts", statuses()).putObject("users").put("total", users());
    json.putObject("metadata");
    return json;
  }

  private long users() {
    return store.accounts().newestFirst().count();
  }

  private long statuses() {
    return store.statuses().newestFirst().count();
  }
}
