package ai.equalto.lesserbody.local.instance;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who lives here. */
final class Accounts {
  private final Store store;
  private final Site site;

  Accounts(Store store, Site site) {
    this.store = store;
    this.site = site;
  }

  /** The account of a username, which is made on first use. */
  Account of(String username) {
    return byUsername(username)
        .orElseGet(() -> {
          var account = new Account(store.ids().next(), username, "", "", Optional.empty());
          store.accounts().put(account);
          return account;
        });
  }

  /** The account of an id that something here refers to; accounts are never deleted. */
  Account get(long id) {
    return store.accounts().find(id).orElseThrow();
  }

  /**
   * The account that a person means by {@code bob}, {@code @bob} or {@code bob@domain}. A username
   * that is spelled exactly so goes before one that is so but for upper and lower case.
   */
  Optional<Account> named(String acct) {
    String username = local(acct);
    return byUsername(username)
        .or(() ->
            store
                .accounts()
                .oldestFirst()
                .filter(account -> account.username().equalsIgnoreCase(username))
                .findFirst());
  }

  /** Those whose username or display name contains a text, in whatever case; the oldest first. */
  Stream<Account> containing(String text) {
    String wanted = lower(local(text));
    return store
        .accounts()
        .oldestFirst()
        .filter(account ->
            lower(account.username()).contains(wanted)
                || lower(account.displayName()).contains(wanted));
  }

  private Optional<Account> byUsername(String username) {
    return store
        .accounts()
        .oldestFirst()
        .filter(account -> account.username().equals(username))
        .findFirst();
  }

  /** The username in an account name, if the rest of it means this instance. */
  private String local(String acct) {
    String name = acct.startsWith("@") ? acct.substring(1) : acct;
    String suffix = "@" + site.domain();
    return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
