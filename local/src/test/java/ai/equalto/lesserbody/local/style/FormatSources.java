package ai.equalto.lesserbody.local.style;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites every Java file of the repository in Google's style.
 *
 * <p>Runs from source (see the profile {@code format} in the parent pom), so that it also formats
 * what does not compile yet.
 */
final class FormatSources {
  private static final JavaFormatterOptions OPTIONS = JavaFormatterOptions.defaultOptions();

  private FormatSources() {}

  public static void main(String[] args) throws IOException, FormatterException {
    for (Path file : unformatted()) {
      Files.writeString(file, formatted(Files.readString(file)));
      System.out.println(SourceFiles.fromTop(file));
    }
  }

  /** Returns the files that {@link #main} would change. */
  static List<Path> unformatted() throws IOException, FormatterException {
    List<Path> found = new ArrayList<>();
    for (Path file : SourceFiles.all()) {
      String source = Files.readString(file);
      if (!source.equals(formatted(source))) {
        found.add(file);
      }
    }
    return found;
  }

  private static String formatted(String source) throws FormatterException {
    String clean = RemoveUnusedImports.removeUnusedImports(source);
    String ordered = ImportOrderer.reorderImports(clean, OPTIONS.style());
    return new Formatter(OPTIONS).formatSource(ordered);
  }
}
