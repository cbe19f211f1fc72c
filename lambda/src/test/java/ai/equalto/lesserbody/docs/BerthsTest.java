package ai.equalto.lesserbody.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.InvalidInputException;
import ai.equalto.lesserbody.schema.Matches;
import ai.equalto.lesserbody.schema.MirroredHeader;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BerthsTest {
  enum Drive {
    SAIL,
    MOTOR
  }

  record Ship(
      @Description("Which harbour.") @MirroredHeader("Harbour") @Matches("^[a-z]+$") String harbour,
      @Description("When the ship comes.") Instant from,
      @Description("When it leaves.") Instant until,
      @Description("Its length in metres.") @Bounds(min = 1, max = 400) int length,
      @Description("What drives it.") Optional<Drive> drive,
      @Description("What it needs.") @Bounds(max = 5) List<@Bounds(max = 40) String> needs) {
    Ship {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("until: must be after from.");
      }
    }
  }

  record Berth(@Description("The number of the berth.") int berth) {}

  static ToolResult<Berth> find(Ship ship) throws InvalidInputException {
    if (!ship.harbour().equals("kiel")) {
      throw new InvalidInputException("harbour: there is only kiel.");
    }
    return ship.length() > 100
        ? ToolResult.failure("No berth is that long. Try a shorter ship.")
        : ToolResult.of(new Berth(ship.length()));
  }

  static final Tool<?, ?> FIND =
      Tool.named("find_berth", "Find", "Finds a berth.", Scope.READ, ToolAnnotations.READS)
          .taking(Ship.class)
          .giving(Berth.class)
          .by((ship, call) -> find(ship));

  private final Kit kit = Kit.of(FIND).as("alice", Scope.READ);

  private static String ship(String harbour, int until, int length) {
    return """
    {
      "harbour": "%s",
      "from": "2026-03-01T12:00:00Z",
      "until": "2026-03-0%dT12:00:00Z",
      "length": %d
    }
    """
        .formatted(harbour, until, length);
  }

  @Test
  void findsABerth() {
    kit.call("find_berth", ship("kiel", 2, 12)).gives("{'berth':12}");
  }

  @Test
  void tellsTheModelWhatToDo() {
    assertThat(kit.call("find_berth", ship("kiel", 2, 500)).complaint()).contains("length: ");
    assertThat(kit.call("find_berth", ship("kiel", 1, 12)).complaint()).contains("after from");
    assertThat(kit.call("find_berth", ship("rome", 2, 12)).complaint()).contains("only kiel");
    assertThat(kit.call("find_berth", ship("kiel", 2, 300)).failure()).contains("a shorter ship");
  }

  @Test
  void keepsTheRulesOfPacks() {
    kit.verify();
  }
}
