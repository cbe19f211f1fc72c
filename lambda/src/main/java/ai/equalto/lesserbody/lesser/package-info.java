/**
 * The Lesser instance that this server is a body of, reached over its Mastodon REST API. Whatever
 * goes there passes through one {@link ai.equalto.lesserbody.lesser.HttpTransport}, which knows
 * HTTP and nothing of Mastodon.
 */
package ai.equalto.lesserbody.lesser;
