/**
 * HTTP towards others: one bounded exchange at a time, over connections that are kept between
 * invocations. Knows neither who is called nor why, and follows no redirect.
 */
package ai.equalto.lesserbody.transport;
