package ai.equalto.lesserbody.local.bench;

import java.util.Collection;
import java.util.List;

/** What is to be measured. */
public final class Selection {
  private final List<Chapter> chapters;

  private Selection(List<Chapter> chapters) {
    this.chapters = List.copyOf(chapters);
  }

  /** As little as tells whether something has become slow. */
  public static Selection few() {
    return new Selection(Chapters.few());
  }

  /**
   * All chapters.
   *
   * @param full also what takes many minutes
   */
  public static Selection all(boolean full) {
    return new Selection(Chapters.all(full));
  }

  /** The names of all chapters. */
  public static List<String> names() {
    return Chapters.all(false).stream().map(Chapter::id).toList();
  }

  /**
   * Some chapters.
   *
   * @param full also what takes many minutes of them
   * @throws IllegalArgumentException if one of them is none
   */
  public static Selection of(Collection<String> names, boolean full) {
    for (String name : names) {
      if (!names().contains(name)) {
        throw new IllegalArgumentException(
            "there is no '%s'; there are %s".formatted(name, String.join(", ", names())));
      }
    }
    return new Selection(
        Chapters.all(full).stream().filter(chapter -> names.contains(chapter.id())).toList());
  }

  List<Chapter> chapters() {
    return chapters;
  }
}
