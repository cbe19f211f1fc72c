/**
 * The keys that an issuer of tokens publishes: found by its metadata, fetched over HTTP, kept for a
 * while. Knows nothing of tokens.
 */
package ai.equalto.lesserbody.jwks;
