/**
 * The official conformance suite of MCP, run against a server: its installation, its results, and
 * what is made of them; and how a server that demands credentials is served to it, which has none.
 */
package ai.equalto.lesserbody.local.conformance;
