package ai.equalto.lesserbody.local.style;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A file or method that outgrows its limit holds two ideas: split it. */
class SizeTest {
  private static final int MAIN_FILE = 300;
  private static final int TEST_FILE = 400;
  private static final int METHOD_BODY = 30;

  @Test
  void filesStaySmall() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : SourceFiles.all()) {
      try (Stream<String> lines = Files.lines(file)) {
        long count = lines.count();
        int limit = file.toString().contains("/src/test/") ? TEST_FILE : MAIN_FILE;
        if (count > limit) {
          String where = SourceFiles.fromTop(file) + ":" + limit;
          tooLong.add("%s: file has %d lines, limit %d".formatted(where, count, limit));
        }
      }
    }
    assertThat(tooLong).as("files over their limit").isEmpty();
  }

  @Test
  void methodsStaySmall() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> tooLong = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  null,
                  null,
                  files.getJavaFileObjectsFromPaths(SourceFiles.all()));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new BodyScanner(unit, positions, tooLong).scan(unit, null);
      }
    }
    assertThat(tooLong).as("methods over their limit").isEmpty();
  }

  /** Measures methods, constructors and initializers by the lines between their braces. */
  private static final class BodyScanner extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> tooLong;

    BodyScanner(CompilationUnitTree unit, SourcePositions positions, List<String> tooLong) {
      this.unit = unit;
      this.positions = positions;
      this.tooLong = tooLong;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      if (method.getBody() != null) {
        measure(method.getName().toString(), method.getBody());
      }
      return super.visitMethod(method, null);
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      for (Tree member : type.getMembers()) {
        if (member instanceof BlockTree initializer) {
          measure("initializer", initializer);
        }
      }
      return super.visitClass(type, null);
    }

    private void measure(String name, BlockTree body) {
      LineMap lines = unit.getLineMap();
      long first = lines.getLineNumber(positions.getStartPosition(unit, body));
      long last = lines.getLineNumber(positions.getEndPosition(unit, body));
      if (last - first - 1 > METHOD_BODY) {
        String where = SourceFiles.fromTop(Path.of(unit.getSourceFile().toUri())) + ":" + first;
        tooLong.add(
            "%s: %s has a body of %d lines, limit %d"
                .formatted(where, name, last - first - 1, METHOD_BODY));
      }
    }
  }
}
