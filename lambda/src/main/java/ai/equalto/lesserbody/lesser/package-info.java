/** The Lesser instance that this server is a body of, reached over its Mastodon REST API. */
package ai.equalto.lesserbody.lesser;
