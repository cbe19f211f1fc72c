package ai.equalto.lesserbody.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.TestRequests;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChallengeTest {
  private static final String METADATA =
      "resource_metadata=\"https://body.example/.well-known/oauth-protected-resource/mcp\"";

  private static Challenge challenge(Refusal refusal) {
    ProtectedResource resource =
        new ProtectedResource(
            Optional.of(URI.create("https://body.example/mcp")),
            Optional.empty(),
            List.of(),
            Optional.empty());
    return Challenge.of(refusal, resource, TestRequests.of("POST", "/mcp"));
  }

  @Test
  void withoutCredentialsItNamesNoError() {
    Challenge challenge = challenge(new Refusal.NoCredentials());

    assertThat(challenge.status()).isEqualTo(401);
    assertThat(challenge.headers().get("WWW-Authenticate"))
        .isEqualTo("Bearer " + METADATA + ", scope=\"read write\"");
    assertThat(challenge.error()).isEqualTo("unauthorized");
  }

  @ParameterizedTest
  @EnumSource(TokenFault.class)
  void doesNotTellWhatIsWrongWithAToken(TokenFault fault) {
    Challenge challenge = challenge(new Refusal.InvalidToken(fault));

    assertThat(challenge.status()).isEqualTo(401);
    assertThat(challenge.headers().get("WWW-Authenticate"))
        .isEqualTo("Bearer error=\"invalid_token\", " + METADATA + ", scope=\"read write\"");
    assertThat(challenge.error()).isEqualTo("invalid_token");
    assertThat(challenge.description())
        .isEqualTo("The token is invalid, expired or not for this server.");
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void tellsTheScopeThatIsMissing(Scope needed) {
    Challenge challenge = challenge(new Refusal.InsufficientScope(needed));

    assertThat(challenge.status()).isEqualTo(403);
    assertThat(challenge.headers().get("WWW-Authenticate"))
        .isEqualTo(
            "Bearer error=\"insufficient_scope\", scope=\"%s\", %s"
                .formatted(needed.token(), METADATA));
    assertThat(challenge.error()).isEqualTo("insufficient_scope");
    assertThat(challenge.description()).isEqualTo("This needs the scope " + needed.token() + ".");
  }

  @Test
  void becomesAResponseThatNoCacheKeeps() {
    Challenge challenge = challenge(new Refusal.InsufficientScope(Scope.WRITE));
    Response response = challenge.toResponse();

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.headers())
        .containsEntry("WWW-Authenticate", challenge.headers().get("WWW-Authenticate"))
        .containsEntry("Cache-Control", "no-store");
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":\"insufficient_scope\","
                + "\"error_description\":\"This needs the scope write.\"}");
  }
}
