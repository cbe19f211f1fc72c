package ai.equalto.lesserbody.local.gateway;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What Lambda tells a function about an invocation. It has until the deadline of API Gateway.
 *
 * @param requestId the same as in the event
 */
public record LocalContext(String requestId, Instant deadline, Clock clock) implements Context {
  private static final Duration TIMEOUT = Duration.ofSeconds(29);
  private static final String FUNCTION = "lesser-body-local";
  private static final int MEMORY = 512;

  /** That of an invocation which begins now. */
  public static LocalContext start(String requestId, Clock clock) {
    return new LocalContext(requestId, clock.instant().plus(TIMEOUT), clock);
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + FUNCTION;
  }

  @Override
  public String getLogStreamName() {
    return FUNCTION;
  }

  @Override
  public String getFunctionName() {
    return FUNCTION;
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:us-east-1:000000000000:function:" + FUNCTION;
  }

  /** Null, as in Lambda for whoever is not a mobile application. */
  @Override
  public CognitoIdentity getIdentity() {
    return null;
  }

  /** Null, as in Lambda for whoever is not a mobile application. */
  @Override
  public ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, Duration.between(clock.instant(), deadline).toMillis());
  }

  @Override
  public int getMemoryLimitInMB() {
    return MEMORY;
  }

  @Override
  public LambdaLogger getLogger() {
    return new ToStandardError();
  }

  private static final class ToStandardError implements LambdaLogger {
    @Override
    public void log(String message) {
      System.err.println(message);
    }

    @Override
    public void log(byte[] message) {
      log(new String(message, StandardCharsets.UTF_8));
    }
  }
}
