package ai.equalto.lesserbody.local.bench;

/** What others make of MCP on Lambda: an {@code echo} behind the check of a token. */
enum Peer {
  AWSLABS("awslabs, Python", Language.PYTHON, "python/awslabs_echo.py"),
  SDK1("TypeScript SDK 1", Language.NODE, "node/sdk1.mjs"),
  SDK1_BUNDLED("TypeScript SDK 1, bundled", Language.NODE, "node/dist/sdk1.mjs"),
  SDK2("TypeScript SDK 2", Language.NODE, "node/sdk2.mjs"),
  SDK2_BUNDLED("TypeScript SDK 2, bundled", Language.NODE, "node/dist/sdk2.mjs");

  /** What it is written in. */
  enum Language {
    NODE,
    PYTHON
  }

  private final String title;
  private final Language language;
  private final String file;

  Peer(String title, Language language, String file) {
    this.title = title;
    this.language = language;
    this.file = file;
  }

  /** The name of its row. */
  String title() {
    return title;
  }

  Language language() {
    return language;
  }

  /** What is run, in the folder of all peers. */
  String file() {
    return file;
  }
}
