/** What JMH runs: the handler, without the client of the Runtime API. */
package ai.equalto.lesserbody.local.bench.handler;
