package ai.equalto.lesserbody.tool;

/**
 * What a tool does to the world, as hints for clients (MCP, "ToolAnnotations").
 *
 * @param readOnly it changes nothing
 * @param destructive it may delete or overwrite, rather than only add
 * @param idempotent calling it again with the same arguments changes nothing more
 * @param openWorld it reaches beyond the data of this server
 */
public record ToolAnnotations(
    boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {
  /** Reads data of this server. */
  public static final ToolAnnotations READS = new ToolAnnotations(true, false, true, false);

  /** Adds to the data of this server, and overwrites nothing. */
  public static final ToolAnnotations ADDS = new ToolAnnotations(false, false, false, false);
}
