package ai.equalto.lesserbody.schema;

import ai.equalto.lesserbody.jsonrpc.Json;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step of the build: writes the schema of every record with described components beside its class
 * file. A component that was forgotten, or has a type that no schema can speak of, fails the build.
 */
final class SchemaFiles {
  private SchemaFiles() {}

  /** The one argument is the folder of compiled classes. */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    for (Class<? extends Record> type : describedRecords(classes)) {
      Path file = classes.resolve(type.getPackageName().replace('.', '/'));
      Files.writeString(
          file.resolve(Schemas.fileName(type)), Json.write(SchemaDeriver.derive(type)));
    }
  }

  private static List<Class<? extends Record>> describedRecords(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(classes::relativize)
          .map(Path::toString)
          .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
          .sorted()
          .<Class<?>>map(SchemaFiles::load)
          .filter(SchemaFiles::isDescribed)
          .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
          .toList();
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length());
    try {
      return Class.forName(
          name.replace('/', '.').replace('\\', '.'), false, SchemaFiles.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a class file without its class", e);
    }
  }

  private static boolean isDescribed(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents()).anyMatch(SchemaFiles::isDescribed);
  }

  private static boolean isDescribed(RecordComponent component) {
    return component.isAnnotationPresent(Description.class);
  }
}
