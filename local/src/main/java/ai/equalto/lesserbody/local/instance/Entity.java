package ai.equalto.lesserbody.local.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Something that the instance remembers. */
interface Entity {
  /** Higher than that of anything older, whatever it is. */
  long id();

  /** All of it, to be read back one day. */
  ObjectNode toItem();

  /** When it came to be, which its id tells to the millisecond. */
  default Instant createdAt() {
    return Ids.time(id());
  }
}
