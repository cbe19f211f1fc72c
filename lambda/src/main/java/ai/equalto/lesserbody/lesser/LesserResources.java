package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.lesser.TimelineInput.Timeline;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.resource.ResourceInfo;
import ai.equalto.lesserbody.resource.ResourceResult;
import ai.equalto.lesserbody.schema.InvalidInputException;
import java.time.Duration;
import java.util.Optional;

/** What the tools that read give without arguments, as resources: the newest page of each list. */
final class LesserResources {
  /** What the caller sees is its own, and new things happen all the time. */
  private static final Caching CACHING = Caching.own(Duration.ofSeconds(30));

  private final ReadingTools reading;
  private final FollowTools follows;
  private final ProfileTools profile;

  LesserResources(ReadingTools reading, FollowTools follows, ProfileTools profile) {
    this.reading = reading;
    this.follows = follows;
    this.profile = profile;
  }

  @FunctionalInterface
  private interface Read<O> {
    O of(CallContext call) throws InstanceException, InvalidInputException;
  }

  Resource[] all() {
    return new Resource[] {
      resource("profile", "Profile", "Your account on the instance.", Account.class, profile::own),
      timeline("home", "Home timeline", "The newest posts of whom you follow.", Timeline.HOME),
      timeline(
          "local", "Local timeline", "The newest public posts of the instance.", Timeline.LOCAL),
      accounts("followers", "Followers", "The accounts that follow you.", follows::newestFollowers),
      accounts("following", "Following", "The accounts that you follow.", follows::newestFollowing),
      resource(
          "notifications",
          "Notifications",
          "What happened to your account, newest first.",
          Notifications.class,
          call -> reading.read(NotificationsInput.newest(), call))
    };
  }

  private Resource timeline(String name, String title, String description, Timeline timeline) {
    return resource(
        "timeline/" + name,
        title,
        description,
        Posts.class,
        call -> reading.read(TimelineInput.newest(timeline, Optional.empty()), call));
  }

  private static Resource accounts(
      String path, String title, String description, Read<Accounts> read) {
    return resource(path, title, description, Accounts.class, read);
  }

  private static <O extends Record> Resource resource(
      String path, String title, String description, Class<O> type, Read<O> read) {
    JsonContents<O> contents = JsonContents.of(type);
    return new Resource(
        "agent://" + path,
        new ResourceInfo(
            path.replace('/', '_'),
            title,
            description,
            JsonContents.MIME_TYPE,
            Scope.READ,
            CACHING),
        (uri, none, call) -> {
          try {
            return ResourceResult.of(contents.at(uri, read.of(call)));
          } catch (InstanceException e) {
            return new ResourceResult.Failure(e.getMessage());
          }
        });
  }
}
