package ai.equalto.lesserbody.local.doctor;

/** What checks have in common. */
public enum Group {
  CONNECTION("Connection"),
  TLS("TLS"),
  DOCUMENTS("Public documents"),
  CHALLENGE("Without a good token"),
  TOKEN("With the token"),
  BROWSER("From a web page"),
  ANSWERS("All answers");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  /** The heading over them. */
  public String title() {
    return title;
  }
}
