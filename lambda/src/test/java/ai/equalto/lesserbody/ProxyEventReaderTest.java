package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyEventReaderTest {
  private static APIGatewayProxyRequestEvent read(String json) throws IOException {
    return ProxyEventReader.read(
        new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsWhatTheFunctionUses() throws IOException {
    APIGatewayProxyRequestEvent event =
        read(
            """
            {'resource':'/{proxy+}','path':'/mcp','httpMethod':'POST',
             'headers':{'Accept':'a/b','X-Name':'last'},
             'multiValueHeaders':{'Accept':['a/b'],'X-Name':['first','last']},
             'queryStringParameters':{'path':'/other'},'stageVariables':null,
             'requestContext':{'accountId':'1','path':'/live/mcp','stage':'live',
               'domainName':'gateway.example','requestId':'request-1',
               'extendedRequestId':'extended-1',
               'identity':{'requestId':'other','path':['/other']},'requestTimeEpoch':1},
             'body':'{\\'a\\':1}','isBase64Encoded':false}\
            """);

    assertThat(event.getHttpMethod()).isEqualTo("POST");
    assertThat(event.getPath()).isEqualTo("/mcp");
    assertThat(event.getHeaders()).isEqualTo(Map.of("Accept", "a/b", "X-Name", "last"));
    assertThat(event.getMultiValueHeaders())
        .isEqualTo(Map.of("Accept", List.of("a/b"), "X-Name", List.of("first", "last")));
    assertThat(event.getBody()).isEqualTo("{\"a\":1}");
    assertThat(event.getIsBase64Encoded()).isFalse();
    assertThat(event.getRequestContext().getRequestId()).isEqualTo("request-1");
    assertThat(event.getRequestContext().getExtendedRequestId()).isEqualTo("extended-1");
    assertThat(event.getRequestContext().getDomainName()).isEqualTo("gateway.example");
    assertThat(event.getRequestContext().getPath()).isEqualTo("/live/mcp");
  }

  @Test
  void readsABodyInBase64AsItCame() throws IOException {
    APIGatewayProxyRequestEvent event = read("{'body':'AAEC','isBase64Encoded':true}");

    assertThat(event.getBody()).isEqualTo("AAEC");
    assertThat(event.getIsBase64Encoded()).isTrue();
  }

  @Test
  void takesNullForAbsent() throws IOException {
    APIGatewayProxyRequestEvent event =
        read(
            """
            {'path':null,'httpMethod':null,'headers':null,'multiValueHeaders':null,
             'requestContext':null,'body':null,'isBase64Encoded':null}\
            """);

    assertThat(event.getPath()).isNull();
    assertThat(event.getHttpMethod()).isNull();
    assertThat(event.getHeaders()).isEmpty();
    assertThat(event.getMultiValueHeaders()).isEmpty();
    assertThat(event.getBody()).isNull();
    assertThat(event.getIsBase64Encoded()).isFalse();
    assertThat(event.getRequestContext().getRequestId()).isNull();
  }

  @Test
  void takesNullInsideForEmpty() throws IOException {
    APIGatewayProxyRequestEvent event =
        read(
            """
            {'headers':{'A':null},'multiValueHeaders':{'B':null,'C':[null,'c']},
             'requestContext':{'requestId':null,'domainName':null,'path':null},'path':'/mcp'}\
            """);

    assertThat(event.getHeaders()).isEqualTo(Map.of("A", ""));
    assertThat(event.getMultiValueHeaders())
        .isEqualTo(Map.of("B", List.of(), "C", List.of("", "c")));
    assertThat(event.getRequestContext().getDomainName()).isNull();
    assertThat(event.getPath()).isEqualTo("/mcp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "1", "", "'text'", "[{'path':'/mcp'}]"})
  void readsNothingFromAnEventOfAnotherForm(String json) throws IOException {
    APIGatewayProxyRequestEvent event = read(json);

    assertThat(event.getPath()).isNull();
    assertThat(event.getHttpMethod()).isNull();
    assertThat(event.getRequestContext()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'x':{'path':'/other'},'path':'/mcp'}",
        "{'x':[[{'path':'/other'}],1],'path':'/mcp'}",
        "{'body':{'path':'/other'},'path':'/mcp'}",
        "{'body':[1,{'path':'/other'}],'path':'/mcp'}",
        "{'httpMethod':{'path':'/other'},'path':'/mcp'}",
        "{'isBase64Encoded':{'path':'/other'},'path':'/mcp'}",
        "{'headers':['path','/other'],'path':'/mcp'}",
        "{'headers':{'A':{'path':'/other'}},'path':'/mcp'}",
        "{'headers':{'A':['path']},'path':'/mcp'}",
        "{'multiValueHeaders':['path','/other'],'path':'/mcp'}",
        "{'multiValueHeaders':{'A':{'path':['/other']}},'path':'/mcp'}",
        "{'multiValueHeaders':{'A':[['path'],{'path':'/other'}]},'path':'/mcp'}",
        "{'requestContext':['path','/other'],'path':'/mcp'}",
        "{'requestContext':{'path':{'path':'/other'}},'path':'/mcp'}",
        "{'requestContext':{'requestId':[{'path':'/other'}]},'path':'/mcp'}"
      })
  void takesNoFieldFromInsideOfAnother(String json) throws IOException {
    APIGatewayProxyRequestEvent event = read(json);

    assertThat(event.getPath()).isEqualTo("/mcp");
    assertThat(event.getRequestContext().getPath()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{'path':'/mcp'",
        "{'headers':{'A':",
        "{'multiValueHeaders':{'A':['x'",
        "{'path':'/a','path':'/b'}"
      })
  void refusesWhatIsNotStrictJson(String json) {
    assertThatIOException().isThrownBy(() -> read(json));
  }
}
