package ai.equalto.lesserbody.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What never complains proves nothing: each of these answers is wrong in one way, or in none. */
class WireSchemasTest {
  private static final List<String> REVISIONS =
      List.of("2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tools/call | 'content':[{'type':'text','text':'x'}],'isError':false
          tools/call | 'content':[]
          tools/list | 'tools':[{'name':'x','inputSchema':{'type':'object'}}]
          resources/list | 'resources':[{'name':'x','uri':'body://x'}]
          resources/templates/list | 'resourceTemplates':[{'name':'x','uriTemplate':'body://{x}'}]
          resources/read | 'contents':[{'uri':'body://x','text':'x'}]
          prompts/list | 'prompts':[{'name':'x','arguments':[{'name':'y','required':true}]}]
          prompts/get | 'messages':[{'role':'user','content':{'type':'text','text':'x'}}]
          completion/complete | 'completion':{'values':['x'],'hasMore':false}
          """)
  void acceptsAGoodResultInEveryRevision(String method, String members) throws Exception {
    for (String revision : REVISIONS) {
      String own = ",'resultType':'complete','ttlMs':0,'cacheScope':'private'";
      assertThat(ofResult(revision, method, members + own)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tools/call | 'content':[],'isError':'false' | CallToolResult at "/isError"
          tools/call | 'content':[{'type':'smell'}] | CallToolResult at "/content/0/type"
          tools/call | 'content':[{'type':'image','data':'AA=='}] | 'mimeType' not found
          tools/call | 'structuredContent':{} | 'content' not found
          tools/call | 'content':[],'_meta':[] | at "/_meta"
          tools/list | 'tools':[{'name':'x'}] | ListToolsResult at "/tools/0"
          tools/list | 'tools':[],'nextCursor':null | ListToolsResult at "/nextCursor"
          resources/list | 'resources':[{'uri':'body://x'}] | ListResourcesResult
          resources/templates/list | 'resourceTemplates':[{'name':'x'}] | ResourceTemplatesResult
          resources/read | 'contents':[{'text':'x'}] | ReadResourceResult at "/contents/0"
          prompts/list | 'prompts':{} | ListPromptsResult at "/prompts"
          prompts/get | 'messages':[{'role':'system','content':{'type':'text','text':'x'}}] | /messages/0/role
          completion/complete | 'completion':{'values':'x'} | at "/completion/values"
          no/such | 'x':0 | ClientRequest: no such method
          """)
  void complainsOfAWrongResultInEveryRevision(String method, String members, String complaint)
      throws Exception {
    for (String revision : REVISIONS) {
      String own = ",'resultType':'complete','ttlMs':0,'cacheScope':'private'";
      assertThat(ofResult(revision, method, members + own))
          .isNotEmpty()
          .allMatch(line -> line.startsWith(revision) && line.length() < 250)
          .anyMatch(line -> line.contains(complaint));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tools/call | 'content':[] | required property 'resultType' not found
          tools/call | 'content':[],'resultType':'task' | resultType is neither
          tools/call | 'isError':false,'resultType':'complete' | required property 'content'
          tools/call | 'resultType':'input_required' | neither inputRequests nor requestState
          tools/call | 'resultType':'input_required','requestState':7 | at "/requestState"
          tools/list | 'resultType':'input_required','requestState':'x' | may not require input
          tools/list | 'tools':[],'resultType':'complete','ttlMs':0 | 'cacheScope' not found
          tools/list | 'tools':[],'resultType':'complete','cacheScope':'all','ttlMs':0 | /cacheScope
          tools/list | 'tools':[],'resultType':'complete','cacheScope':'public' | 'ttlMs' not found
          tools/list | 'tools':[],'resultType':'complete','cacheScope':'public','ttlMs':-1 | /ttlMs
          server/discover | 'resultType':'complete' | 'supportedVersions' not found
          subscriptions/listen | 'resultType':'complete','_meta':{} | subscriptionId' not found
          ping | 'resultType':'complete' | ClientRequest: no such method
          initialize | 'resultType':'complete' | ClientRequest: no such method
          resources/subscribe | 'resultType':'complete' | ClientRequest: no such method
          """)
  void complainsOfWhatTheStatelessRevisionDemands(String method, String members, String complaint)
      throws Exception {
    assertThat(ofResult("2026-07-28", method, members)).anyMatch(line -> line.contains(complaint));
  }

  @Test
  void lettingInputBeRequiredIsForThreeMethods() throws Exception {
    for (String method : List.of("tools/call", "prompts/get", "resources/read")) {
      assertThat(ofResult("2026-07-28", method, "'resultType':'input_required','requestState':'x'"))
          .isEmpty();
    }
  }

  @Test
  void theOlderRevisionsAnswerSomeMethodsWithNothing() throws Exception {
    for (String revision : REVISIONS.subList(1, 4)) {
      for (String method : List.of("ping", "logging/setLevel", "resources/subscribe")) {
        assertThat(ofResult(revision, method, "")).isEmpty();
        assertThat(ofResult(revision, method, "'_meta':7")).isNotEmpty();
      }
      assertThat(ofResult(revision, "initialize", "'protocolVersion':'" + revision + "'"))
          .anyMatch(line -> line.contains("InitializeResult"));
      assertThat(ofResult(revision, "server/discover", ""))
          .singleElement()
          .asString()
          .contains("no such method");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'jsonrpc':'2.0','id':1,'error':{'message':'x'}} | 'code' not found
          {'jsonrpc':'2.0','id':1,'error':{'code':'-32603','message':'x'}} | /error/code
          {'jsonrpc':'2.0','id':1,'error':{'code':-32603}} | 'message' not found
          {'jsonrpc':'2.0','id':1,'error':'x'} | at "/error"
          {'jsonrpc':'2.0','id':null,'error':{'code':-32603,'message':'x'}} | at "/id"
          {'jsonrpc':'2.0','id':1.5,'error':{'code':-32603,'message':'x'}} | at "/id"
          {'jsonrpc':'1.0','id':1,'error':{'code':-32603,'message':'x'}} | at "/jsonrpc"
          {'id':1,'error':{'code':-32603,'message':'x'}} | 'jsonrpc' not found
          {'jsonrpc':'2.0','result':{'resultType':'complete'}} | 'id' not found
          {'jsonrpc':'2.0','id':1,'result':[]} | at "/result"
          {'jsonrpc':'2.0','id':1} | either a result or an error
          {'jsonrpc':'2.0','id':1,'result':{},'error':{}} | either a result or an error
          {'jsonrpc':'2.0','id':1,'method':'ping'} | either a result or an error
          ['x'] | either a result or an error
          """)
  void complainsOfWhatIsNoAnswerInEveryRevision(String reply, String complaint) throws Exception {
    for (String revision : REVISIONS) {
      assertThat(WireSchemas.complaints(revision, Optional.empty(), json(reply)))
          .anyMatch(line -> line.contains(complaint));
    }
  }

  @Test
  void anErrorNeedsNoIdSinceNoneMayHaveBeenRead() throws Exception {
    JsonNode reply = json("{'jsonrpc':'2.0','error':{'code':-32700,'message':'x'}}");
    for (String revision : REVISIONS) {
      assertThat(WireSchemas.complaints(revision, Optional.empty(), reply)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          -32020 | {} | -
          -32021 | {'requiredCapabilities':{'elicitation':{}}} | -
          -32021 | {} | MissingRequiredClientCapabilityError at "/error/data"
          -32022 | {'supported':['x'],'requested':'x'} | -
          -32022 | {'supported':'x','requested':'x'} | UnsupportedProtocolVersionError
          -32022 | {'supported':['x']} | 'requested' not found
          -32023 | {} | Error Codes: -32023
          -32002 | {} | Error Codes: -32002
          -32042 | {'elicitations':[]} | Error Codes: -32042
          403    | {} | -
          """)
  void holdsAnErrorAgainstTheDefinitionOfItsCode(int code, String data, String complaint)
      throws Exception {
    List<String> complaints = ofError("2026-07-28", code, data);
    if (complaint == null) {
      assertThat(complaints).isEmpty();
    } else {
      assertThat(complaints).anyMatch(line -> line.contains(complaint));
    }
  }

  @Test
  void anotherRevisionHasOtherCodes() throws Exception {
    assertThat(ofError("2025-11-25", -32002, "{}")).isEmpty();
    assertThat(ofError("2025-11-25", -32042, "{'elicitations':[]}")).isEmpty();
    assertThat(ofError("2025-11-25", -32042, "{}"))
        .anyMatch(line -> line.contains("URLElicitationRequiredError"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          'method':'notifications/progress','params':{'progressToken':1,'progress':0.5} | -
          'method':'notifications/progress','params':{'progress':0.5} | /params
          'method':'notifications/message','params':{'level':'info','data':{}} | -
          'method':'notifications/message','params':{'level':'loud','data':{}} | /params/level
          'method':'notifications/tools/list_changed' | -
          'method':'notifications/tools/list_changed','id':1 | has no id
          'method':'notifications/no_such' | no such method
          'method':7 | no such method
          'result':{} | no such method
          """)
  void holdsNotificationsAgainstTheirs(String members, String complaint) throws Exception {
    for (String revision : REVISIONS) {
      List<String> complaints =
          WireSchemas.notificationComplaints(revision, json("{'jsonrpc':'2.0'," + members + "}"));
      if (complaint == null) {
        assertThat(complaints).isEmpty();
      } else {
        assertThat(complaints).anyMatch(line -> line.contains(complaint));
      }
    }
  }

  private static List<String> ofResult(String revision, String method, String members)
      throws JsonProcessingException {
    String reply = "{'jsonrpc':'2.0','id':1,'result':{" + members + "}}";
    return WireSchemas.complaints(revision, Optional.of(method), json(reply));
  }

  private static List<String> ofError(String revision, int code, String data)
      throws JsonProcessingException {
    String error = "{'code':" + code + ",'message':'x','data':" + data + "}";
    JsonNode reply = json("{'jsonrpc':'2.0','id':1,'error':" + error + "}");
    return WireSchemas.complaints(revision, Optional.of("tools/call"), reply);
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
