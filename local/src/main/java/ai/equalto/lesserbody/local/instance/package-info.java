/**
 * A small Lesser instance on a laptop: the Mastodon client REST API over people who all live here.
 * One request is answered at a time, so nothing but the door needs to know of threads.
 */
package ai.equalto.lesserbody.local.instance;
