package ai.equalto.lesserbody.local.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a function is started.
 *
 * @param command starts a runtime, which then asks for events
 * @param folder what Lambda would have unpacked the zip to, where the command runs
 * @param environment besides that of Lambda
 */
record Launch(List<String> command, Path folder, Map<String, String> environment) {
  Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The same, with more in its environment, which takes precedence. */
  Launch with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new Launch(command, folder, all);
  }

  /** The whole environment, in which nothing is left of the caller's but the path. */
  Map<String, String> environment(String runtimeApi) {
    Map<String, String> all = new HashMap<>();
    all.put("PATH", System.getenv().getOrDefault("PATH", ""));
    all.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    all.put("LAMBDA_TASK_ROOT", folder.toString());
    all.put("AWS_LAMBDA_FUNCTION_NAME", "bench");
    all.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/bench");
    all.put("AWS_LAMBDA_LOG_STREAM_NAME", "bench");
    all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    all.put("AWS_REGION", "us-east-1");
    all.put("AWS_ACCESS_KEY_ID", "local");
    all.put("AWS_SECRET_ACCESS_KEY", "local");
    all.put("AWS_EC2_METADATA_DISABLED", "true");
    all.putAll(environment);
    return all;
  }
}
