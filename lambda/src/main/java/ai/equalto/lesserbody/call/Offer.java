package ai.equalto.lesserbody.call;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;

/** Something that callers may ask for by name, if they hold its scope. */
public interface Offer {
  /** What the audit calls it: text of this server, never of a caller. */
  String auditName();

  /** What a caller must hold. */
  Scope scope();

  /** Whether this caller may use it: what is listed, and what is run. */
  default boolean isOpenTo(Principal caller) {
    return caller.may(scope());
  }
}
