/**
 * The memory of an identity: events on a timeline, kept and found again. Owns the tools and the
 * rules; where events are kept is behind {@link ai.equalto.lesserbody.memory.MemoryStore}.
 */
package ai.equalto.lesserbody.memory;
