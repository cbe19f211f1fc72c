package ai.equalto.lesserbody.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * The functions behind an API.
 *
 * @param server answers requests
 * @param authorizer is asked first whether it is to see them
 */
public record Functions(RequestStreamHandler server, RequestStreamHandler authorizer) {}
