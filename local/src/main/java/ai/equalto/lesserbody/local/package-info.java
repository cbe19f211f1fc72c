/**
 * The commands that a developer types, and the whole system on a laptop. Never deployed: the
 * function that runs here is the one that is deployed, and everything around it is stood in for.
 */
package ai.equalto.lesserbody.local;
