/**
 * One call of a tool, a resource or a prompt, whatever it is of: what the work may know of its
 * caller, tell the client on the way, and ask of a person; how long it may take; and the one line
 * in the audit that it leaves.
 */
package ai.equalto.lesserbody.call;
