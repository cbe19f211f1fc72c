package ai.equalto.lesserbody.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.Capability;
import ai.equalto.lesserbody.call.FormQuestion;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.testkit.Called;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolOutput;
import ai.equalto.lesserbody.tool.ToolResult;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeetTest {
  private static final AtomicInteger ROOMS = new AtomicInteger();

  enum Day {
    TODAY,
    TOMORROW
  }

  record Guest(@Description("Whom to meet.") String name) {}

  record When(@Description("The day that suits.") Day day) {}

  record Room(@Description("The number of the room.") int number) {}

  record Meeting(
      @Description("Whom.") String guest,
      @Description("When.") Day day,
      @Description("In which room.") int room) {}

  static ToolResult<Meeting> meet(Guest guest, CallContext call) throws InputRequiredException {
    Room room = call.remember("room", Room.class, () -> new Room(ROOMS.incrementAndGet()));
    FormQuestion<When> question =
        FormQuestion.of("when", "When do you want to meet " + guest.name() + "?", When.class);
    return call.ask(question)
        .accepted()
        .map(when -> ToolResult.of(new Meeting(guest.name(), when.day(), room.number())))
        .orElseGet(() -> ToolResult.failure("No day was chosen, so nothing was arranged."));
  }

  static final Tool<?, ?> MEET =
      Tool.named("meet", "Meet", "Arranges a meeting.", Scope.WRITE, ToolAnnotations.ADDS)
          .taking(Guest.class)
          .giving(Meeting.class)
          .by(MeetTest::meet);

  private final Kit kit = Kit.of(MEET).as("alice", Scope.WRITE);

  @Test
  void asksForTheDay() {
    Called<ToolOutput> called =
        kit.accepting("when", "{'day':'tomorrow'}").call("meet", "{'name':'Ada'}");

    called.gives("{'guest':'Ada','day':'tomorrow','room':1}");
    assertThat(called.rounds()).isEqualTo(2);
  }

  @Test
  void arrangesNothingWithoutADay() {
    assertThat(kit.declining("when").call("meet", "{'name':'Ada'}").failure())
        .startsWith("No day was chosen");
  }

  @Test
  void cannotGoOnWithoutAnAnswer() {
    assertThat(kit.asking(Capability.FORM).call("meet", "{'name':'Ada'}").questions()).hasSize(1);
    assertThat(kit.call("meet", "{'name':'Ada'}").missing()).containsExactly(Capability.FORM);
  }
}
