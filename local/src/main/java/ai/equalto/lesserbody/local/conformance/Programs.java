package ai.equalto.lesserbody.local.conformance;

/** The commands of Node.js as the user has them. */
record Programs(String node, String npm) {
  static Programs onPath() {
    return new Programs("node", "npm");
  }
}
