package ai.equalto.lesserbody;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Streams a proxy event (API Gateway REST API, payload 1.0) into its type, taking the fields that
 * this function uses. The runtime's own deserialiser binds every field by reflection, which was
 * measured to add half a second to a cold start.
 */
final class ProxyEventReader {
  private ProxyEventReader() {}

  static APIGatewayProxyRequestEvent read(InputStream json) throws IOException {
    APIGatewayProxyRequestEvent event =
        new APIGatewayProxyRequestEvent().withRequestContext(new ProxyRequestContext());
    try (JsonParser parser = Json.parser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        field(name, parser, event);
      }
    }
    return event;
  }

  private static void field(String name, JsonParser value, APIGatewayProxyRequestEvent event)
      throws IOException {
    switch (name) {
      case "httpMethod" -> event.setHttpMethod(value.getValueAsString());
      case "path" -> event.setPath(value.getValueAsString());
      case "resource" -> event.setResource(value.getValueAsString());
      case "body" -> event.setBody(value.getValueAsString());
      case "isBase64Encoded" -> event.setIsBase64Encoded(value.getValueAsBoolean());
      case "headers" -> event.setHeaders(textsByName(value));
      case "pathParameters" -> event.setPathParameters(textsByName(value));
      case "multiValueHeaders" -> event.setMultiValueHeaders(multiValueHeaders(value));
      case "requestContext" -> context(value, event.getRequestContext());
      default -> {}
    }
    // Whatever was not read must not be taken for fields of the event.
    value.skipChildren();
  }

  private static Map<String, String> textsByName(JsonParser value) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value.isExpectedStartObjectToken()) {
      while (value.nextToken() == JsonToken.FIELD_NAME) {
        String name = value.currentName();
        value.nextToken();
        texts.put(name, value.getValueAsString(""));
        value.skipChildren();
      }
    }
    return texts;
  }

  private static Map<String, List<String>> multiValueHeaders(JsonParser value) throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    if (value.isExpectedStartObjectToken()) {
      while (value.nextToken() == JsonToken.FIELD_NAME) {
        String name = value.currentName();
        value.nextToken();
        headers.put(name, texts(value));
        value.skipChildren();
      }
    }
    return headers;
  }

  private static List<String> texts(JsonParser value) throws IOException {
    List<String> texts = new ArrayList<>();
    if (value.isExpectedStartArrayToken()) {
      while (value.nextToken() != JsonToken.END_ARRAY) {
        texts.add(value.getValueAsString(""));
        value.skipChildren();
      }
    }
    return texts;
  }

  private static RequestIdentity identity(JsonParser value) throws IOException {
    RequestIdentity identity = new RequestIdentity();
    if (value.isExpectedStartObjectToken()) {
      while (value.nextToken() == JsonToken.FIELD_NAME) {
        String name = value.currentName();
        value.nextToken();
        switch (name) {
          case "sourceIp" -> identity.setSourceIp(value.getValueAsString(""));
          case "userArn" -> identity.setUserArn(value.getValueAsString(""));
          default -> {}
        }
        value.skipChildren();
      }
    }
    return identity;
  }

  private static void context(JsonParser value, ProxyRequestContext context) throws IOException {
    if (value.isExpectedStartObjectToken()) {
      while (value.nextToken() == JsonToken.FIELD_NAME) {
        String name = value.currentName();
        value.nextToken();
        switch (name) {
          case "requestId" -> context.setRequestId(value.getValueAsString());
          case "extendedRequestId" -> context.setExtendedRequestId(value.getValueAsString());
          case "domainName" -> context.setDomainName(value.getValueAsString());
          case "path" -> context.setPath(value.getValueAsString());
          case "identity" -> context.setIdentity(identity(value));
          default -> {}
        }
        value.skipChildren();
      }
    }
  }
}
