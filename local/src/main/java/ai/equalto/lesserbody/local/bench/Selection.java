package ai.equalto.lesserbody.local.bench;

import java.util.Collection;
import java.util.List;

/** What is to be measured. */
public final class Selection {
  private final List<Chapter> chapters;
  private final boolean peers;

  private Selection(List<Chapter> chapters, boolean peers) {
    this.chapters = List.copyOf(chapters);
    this.peers = peers;
  }

  /** As little as tells whether something has become slow. */
  public static Selection few() {
    return new Selection(Chapters.few(), false);
  }

  /** All chapters. */
  public static Selection all(Extent extent) {
    return new Selection(Chapters.all(extent), extent.peers());
  }

  /** The names of all chapters. */
  public static List<String> names() {
    return Chapters.all(Extent.USUAL).stream().map(Chapter::id).toList();
  }

  /**
   * Some chapters.
   *
   * @throws IllegalArgumentException if one of them is none
   */
  public static Selection of(Collection<String> names, Extent extent) {
    for (String name : names) {
      if (!names().contains(name)) {
        throw new IllegalArgumentException(
            "there is no '%s'; there are %s".formatted(name, String.join(", ", names())));
      }
    }
    return new Selection(
        Chapters.all(extent).stream().filter(chapter -> names.contains(chapter.id())).toList(),
        extent.peers());
  }

  /** Whether the peers have to be there. */
  boolean hasPeers() {
    return peers;
  }

  List<Chapter> chapters() {
    return chapters;
  }
}
