package ai.equalto.lesserbody.limit;

/**
 * What requests are counted against together.
 *
 * @param name a scope, or the name of a tool that has a limit of its own
 * @param ofTool whether it is the latter, as a tool may be named like a scope
 */
public record Bucket(String name, boolean ofTool, Quota quota) {
  /** The window is a part of it: slots of another length cannot be counted on with. */
  String key(String identity) {
    return (ofTool ? "tool#" : "scope#") + name + "#" + quota.window().toSeconds() + "#" + identity;
  }
}
