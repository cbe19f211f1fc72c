package ai.equalto.lesserbody.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private record Thing(String auditName, Scope scope) implements Offer {}

  private static final Thing A = new Thing("a", Scope.ADMIN);
  private static final Thing B = new Thing("b", Scope.READ);
  private static final Thing C = new Thing("c", Scope.READ);

  private final List<String> opened = new ArrayList<>();
  private final Catalog<Thing> catalog = catalog(List.of(shelf(C, A), shelf(B)));

  private Shelf<Thing> shelf(Thing... things) {
    return new Shelf<>(Shelf.names(List.of(things))) {
      @Override
      protected List<Thing> offers() {
        opened.add(things[0].auditName());
        return List.of(things);
      }
    };
  }

  private static Catalog<Thing> catalog(List<Shelf<Thing>> shelves) {
    return new Catalog<>(shelves, "two things are called");
  }

  @Test
  void knowsEveryNameInOrderAndOpensNothing() {
    assertThat(catalog.names()).containsExactly("a", "b", "c");
    assertThat(catalog.find("d")).isEmpty();
    assertThat(opened).isEmpty();
  }

  @Test
  void opensOnlyTheShelfThatHoldsTheName() {
    assertThat(catalog.find("b")).contains(B);
    assertThat(opened).containsExactly("b");
  }

  @Test
  void listsAllInTheOrderOfTheirNames() {
    assertThat(catalog.all()).containsExactly(A, B, C);
    assertThat(catalog.visibleTo(TestPrincipals.of("alice", Scope.READ))).containsExactly(B, C);
  }

  @Test
  void refusesANameThatStandsForTwoAndOpensNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalog(List.of(shelf(A), shelf(B, A))))
        .withMessage("two things are called a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalog(List.of(shelf(A, A))))
        .withMessage("two things are called a");
    assertThat(opened).isEmpty();
  }

  @Test
  void findsNothingInAShelfThatDoesNotKeepItsPromise() {
    Shelf<Thing> promising =
        new Shelf<>(List.of("a")) {
          @Override
          protected List<Thing> offers() {
            return List.of(B);
          }
        };
    Catalog<Thing> broken = catalog(List.of(promising));

    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> broken.find("a"));
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(broken::all);
  }
}
