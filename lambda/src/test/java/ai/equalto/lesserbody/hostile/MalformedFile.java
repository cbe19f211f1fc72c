package ai.equalto.lesserbody.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of bodies that no honest client sends: a title, maybe the error code that all of them get
 * in every era, then blocks of two lines, a name and a body.
 *
 * <pre>
 * # What these have in common.
 * =&gt; -32700
 *
 * an overlong slash
 * {"jsonrpc":"2.0","id":1,"method":"tools${hex C0AF}list"}
 * </pre>
 *
 * <p>In a body {@code ${hex FEFF}} stands for bytes, {@code ${100 x '['}} for a hundred brackets,
 * and {@code ${era}} for the members that the era demands of {@code _meta}.
 */
record MalformedFile(String title, Optional<Integer> code, List<Case> cases) {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{(?:hex (?<hex>[0-9A-F]*)|(?<times>\\d+) x '(?<text>[^']*)'|era)}");

  /** One body, by its name. */
  record Case(String name, String template) {
    byte[] body(Era era) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Matcher placeholder = PLACEHOLDER.matcher(template);
      int end = 0;
      while (placeholder.find()) {
        bytes.writeBytes(utf8(template.substring(end, placeholder.start())));
        bytes.writeBytes(value(placeholder, era));
        end = placeholder.end();
      }
      bytes.writeBytes(utf8(template.substring(end)));
      return bytes.toByteArray();
    }

    private static byte[] value(Matcher placeholder, Era era) {
      if (placeholder.group("hex") != null) {
        return HexFormat.of().parseHex(placeholder.group("hex"));
      }
      return utf8(
          placeholder.group("times") == null
              ? era.meta()
              : placeholder.group("text").repeat(Integer.parseInt(placeholder.group("times"))));
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  static MalformedFile read(Path file) {
    try {
      String[] blocks = Files.readString(file).strip().split("\n\n", -1);
      String[] head = blocks[0].split("\n=> ", 2);
      return new MalformedFile(
          head[0].substring(2),
          head.length == 2 ? Optional.of(Integer.valueOf(head[1])) : Optional.empty(),
          Arrays.stream(blocks).skip(1).map(block -> of(block.split("\n", -1))).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case of(String[] lines) {
    if (lines.length != 2) {
      throw new IllegalArgumentException("not a name and a body: " + String.join("\n", lines));
    }
    return new Case(lines[0], lines[1]);
  }
}
