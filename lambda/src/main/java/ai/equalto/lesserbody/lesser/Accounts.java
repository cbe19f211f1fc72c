package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import java.util.List;
import java.util.Optional;

/** A page of accounts. */
record Accounts(
    @Description("The accounts, as the instance sorts them.") List<Account> accounts,
    @Description("Pass it as cursor to go on; absent if there is no more.")
        Optional<String> nextCursor) {
  Accounts {
    accounts = List.copyOf(accounts);
    requireNonNull(nextCursor, "nextCursor");
  }

  /** The page that an answer is. */
  static Accounts of(Answer answer) throws InstanceException {
    return new Accounts(Fields.list(answer.json(), Account::of), answer.nextCursor());
  }
}
