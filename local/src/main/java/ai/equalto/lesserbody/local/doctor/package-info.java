/**
 * Proves a deployed endpoint from outside, as an MCP client would see it, and says what to mend.
 */
package ai.equalto.lesserbody.local.doctor;
