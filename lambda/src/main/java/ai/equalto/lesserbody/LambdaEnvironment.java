package ai.equalto.lesserbody;

import java.util.Map;

/** What the runtime of Lambda, and nothing else, says of where a function runs. */
final class LambdaEnvironment {
  /** The variable with the name of the function. */
  static final String FUNCTION_NAME = "AWS_LAMBDA_FUNCTION_NAME";

  /** The variable that tells how Lambda starts this environment. */
  static final String START = "AWS_LAMBDA_INITIALIZATION_TYPE";

  private LambdaEnvironment() {}

  /** Whether a snapshot is taken before the first request. */
  static boolean isSnapshot(Map<String, String> environment) {
    return environment.getOrDefault(START, "").equals("snap-start");
  }

  /** Whether Lambda gives time before the first request, for which nobody waits. */
  static boolean isStartedAhead(Map<String, String> environment) {
    return isSnapshot(environment)
        || environment.getOrDefault(START, "").equals("provisioned-concurrency");
  }
}
