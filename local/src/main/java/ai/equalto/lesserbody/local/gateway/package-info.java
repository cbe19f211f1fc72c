/**
 * The part of API Gateway on a laptop: real HTTP on one side, the proxy event and answer of a
 * Lambda function on the other. It decides nothing about a request; the function does, and sees
 * what was sent unless the gateway was built with a {@link
 * ai.equalto.lesserbody.local.gateway.RequestDecorator}.
 */
package ai.equalto.lesserbody.local.gateway;
