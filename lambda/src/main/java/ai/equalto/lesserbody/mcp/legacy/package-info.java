/**
 * The revisions before 2026-07-28: {@code initialize}, sessions and batches. Nothing outside of the
 * composition root and the session store depends on it, so it can be deleted in one piece.
 */
package ai.equalto.lesserbody.mcp.legacy;
