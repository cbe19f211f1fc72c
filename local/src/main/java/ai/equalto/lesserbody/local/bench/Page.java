package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of which a part is written by the bench. */
final class Page {
  static final String BEGIN = "<!-- What follows is written by ./run bench --write -->\n";
  static final String END = "<!-- What was measured ends here -->\n";

  private final Path file;

  Page(Path file) {
    this.file = file;
  }

  /** That part. */
  String part() throws IOException {
    String text = Files.readString(file);
    return text.substring(begin(text), end(text));
  }

  /** Puts another in its place. */
  void write(String part) throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, begin(text)) + part + text.substring(end(text)));
  }

  private int begin(String text) throws BenchException {
    return index(text, BEGIN) + BEGIN.length();
  }

  private int end(String text) throws BenchException {
    return index(text, END);
  }

  private int index(String text, String marker) throws BenchException {
    int index = text.indexOf(marker);
    if (index < 0) {
      throw new BenchException(file + " has no line " + marker.strip());
    }
    return index;
  }
}
