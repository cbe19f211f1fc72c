package ai.equalto.lesserbody.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.memory.EventId;
import ai.equalto.lesserbody.memory.MemoryEvent;
import ai.equalto.lesserbody.memory.MemorySearch;
import ai.equalto.lesserbody.memory.MemoryUnavailableException;
import ai.equalto.lesserbody.memory.MemoryUnavailableException.Remedy;
import ai.equalto.lesserbody.memory.Order;
import ai.equalto.lesserbody.testkit.TestClock;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class MemoryFaultsTest {
  private static final Principal ALICE = TestPrincipals.unique();
  private static final EventId ID = new EventId("01ARZ3NDEKTSV4RRFFQ69G5FAV");
  private static final MemorySearch EVERYTHING =
      new MemorySearch(ID, ID, Optional.empty(), Order.ASC, 1, Optional.empty());
  private static final MemoryEvent EVENT =
      new MemoryEvent(ID.text(), ID.time(), "x", List.of(), Optional.empty());

  @Test
  void aStoreThatIsDownIsWorthAnotherTry() {
    DynamoMemoryStore store = store(LocalDynamo.closedPort());
    assertThat(remedy(() -> store.find(ALICE, EVERYTHING))).isEqualTo(Remedy.RETRY);
    assertThat(remedy(() -> store.append(ALICE, EVENT))).isEqualTo(Remedy.RETRY);
  }

  @Test
  void aMissingTableNeedsTheOperator() {
    DynamoMemoryStore store =
        new DynamoMemoryStore(
            LocalDynamo.shared().connection(), "missing", new TestClock("2026-01-01T00:00:00Z"));
    assertThat(remedy(() -> store.find(ALICE, EVERYTHING))).isEqualTo(Remedy.OPERATOR);
    assertThat(remedy(() -> store.append(ALICE, EVENT))).isEqualTo(Remedy.OPERATOR);
  }

  @Test
  void aTableWithOtherKeysNeedsTheOperator() {
    DynamoMemoryStore store =
        new DynamoMemoryStore(
            LocalDynamo.shared().connection(),
            LocalDynamo.SESSION_TABLE,
            new TestClock("2026-01-01T00:00:00Z"));
    assertThat(remedy(() -> store.find(ALICE, EVERYTHING))).isEqualTo(Remedy.OPERATOR);
  }

  @ParameterizedTest
  @CsvSource({
    "400, AccessDeniedException, LASTING",
    "400, UnrecognizedClientException, LASTING",
    "400, ResourceNotFoundException, LASTING",
    "400, ValidationException, LASTING",
    "400, ProvisionedThroughputExceededException, PASSING",
    "400, ThrottlingException, PASSING",
    "400, RequestLimitExceeded, PASSING",
    "500, InternalServerError, PASSING",
    "503, ServiceUnavailable, PASSING"
  })
  void tellsWhatPassesFromWhatLasts(int status, String code, DynamoFault fault) {
    var refusal =
        DynamoDbException.builder()
            .statusCode(status)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .message("a message")
            .build();
    assertThat(DynamoFault.log("test", (DynamoDbException) refusal)).isEqualTo(fault);
  }

  @Test
  void whatTheClientItselfCouldNotDoMayPass() {
    assertThat(DynamoFault.log("test", SdkClientException.create("no credentials")))
        .isEqualTo(DynamoFault.PASSING);
  }

  private static DynamoMemoryStore store(int port) {
    return new DynamoMemoryStore(
        LocalDynamo.connection(port),
        LocalDynamo.MEMORY_TABLE,
        new TestClock("2026-01-01T00:00:00Z"));
  }

  private static Remedy remedy(ThrowingCallable call) {
    return catchThrowableOfType(MemoryUnavailableException.class, call).remedy();
  }
}
