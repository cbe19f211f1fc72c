package ai.equalto.lesserbody;

import java.util.function.Consumer;

/**
 * Where Lambda takes lines for the log from; looked up for each, as its client puts it in place.
 */
final class StandardOutput implements Consumer<String> {
  @Override
  public void accept(String line) {
    System.out.println(line);
  }
}
