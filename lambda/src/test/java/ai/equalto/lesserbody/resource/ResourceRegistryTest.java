package ai.equalto.lesserbody.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.content.ResourceContents;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.testkit.Kit;
import org.junit.jupiter.api.Test;

class ResourceRegistryTest {
  record A(@Description("Any.") String a) {}

  record B(@Description("Any.") String b) {}

  private static ResourceInfo info(String name, Scope scope) {
    return new ResourceInfo(name, name, "Made for a test.", "text/plain", scope, Caching.NONE);
  }

  private static <V extends Record> ResourceTemplate<V> template(
      String form, Class<V> variables, Scope scope) {
    return ResourceTemplate.of(
        form,
        info(form, scope),
        variables,
        (uri, given, call) ->
            ResourceResult.of(ResourceContents.text(uri, "text/plain", form + " " + given)));
  }

  private static Kit kit(ResourceTemplate<?>... templates) {
    return Kit.of(Pack.of("templates", "").withTemplates(templates));
  }

  @Test
  void theMostGuardedOfTheTemplatesThatAUriIsOfIsRead() {
    Kit kit =
        kit(
            template("x://{a}/secret", A.class, Scope.ADMIN),
            template("x://y/{b}", B.class, Scope.READ));

    assertThat(kit.as("bob", Scope.READ).read("x://y/secret").outcome())
        .isInstanceOf(CallOutcome.Denied.class);
    assertThat(kit.as("bob", Scope.READ).read("x://y/open").value().contents()).hasSize(1);
    assertThat(kit.as("eve", Scope.ADMIN).read("x://y/secret").value().contents())
        .containsExactly(
            ResourceContents.text("x://y/secret", "text/plain", "x://{a}/secret A[a=y]"));
  }

  @Test
  void aResourceComesBeforeATemplateThatItIsOf() {
    Kit kit =
        Kit.of(
                Pack.of("both", "")
                    .withResources(
                        new Resource(
                            "x://y/z",
                            info("z", Scope.READ),
                            (uri, none, call) ->
                                ResourceResult.of(ResourceContents.text(uri, "text/plain", "z"))))
                    .withTemplates(template("x://y/{b}", B.class, Scope.ADMIN)))
            .as("bob", Scope.READ);

    assertThat(kit.read("x://y/z").value().contents())
        .containsExactly(ResourceContents.text("x://y/z", "text/plain", "z"));
  }

  @Test
  void refusesTemplatesThatDifferInTheNamesOfTheirVariablesAlone() {
    Kit kit =
        kit(
            template("x://{a}/c", A.class, Scope.READ),
            template("x://{b}/c", B.class, Scope.ADMIN));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> kit.as("bob", Scope.READ).read("x://d/c"))
        .withMessage("x://{a}/c and x://{b}/c are of the same form");
  }
}
