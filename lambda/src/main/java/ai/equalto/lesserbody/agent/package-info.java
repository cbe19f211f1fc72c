/**
 * What this server and its caller are to each other: what is served, and what the caller may use.
 */
package ai.equalto.lesserbody.agent;
