package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.transport.HttpCall.Method;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads and changes the profile of the caller's own account. */
final class ProfileTools {
  private static final ApiCall OWN = ApiCall.get("/api/v1/accounts/verify_credentials", Query.NONE);

  private final Instance instance;

  ProfileTools(Instance instance) {
    this.instance = instance;
  }

  /** The caller's own account. */
  static Answer own(Instance instance, CallContext call) throws InstanceException {
    return instance.send(OWN, call);
  }

  /** The caller's own account, trimmed. */
  Account own(CallContext call) throws InstanceException {
    return Account.of(own(instance, call).json());
  }

  Tool<PlainInput, Account> read() {
    return Tool.of(
        "profile_read",
        "Read your profile",
        "Reads the profile of your own account on the instance.",
        Scope.READ,
        ReadingTools.READS_THE_WORLD,
        PlainInput.class,
        Account.class,
        Work.handler((input, call) -> {
          Answer answer = own(instance, call);
          return new Work.Done<>(Account.of(answer.json()), answer.json());
        }));
  }

  Tool<ProfileInput, Account> update() {
    return Tool.of(
        "profile_update",
        "Change your profile",
        "Changes the profile of your own account: its name, what it says about itself, its"
            + " picture. What is left out stays as it is.",
        Scope.WRITE,
        new ToolAnnotations(false, true, true, true),
        ProfileInput.class,
        Account.class,
        Work.handler(this::update));
  }

  private Work.Done<Account> update(ProfileInput input, CallContext call) throws InstanceException {
    ObjectNode body = Json.object();
    input.displayName().ifPresent(name -> body.put("display_name", name));
    input.bio().ifPresent(words -> body.put("note", words));
    input.avatarUrl().ifPresent(url -> body.put("avatar", url));
    String path = "/api/v1/accounts/update_credentials";
    Answer answer = instance.send(ApiCall.sending(Method.PATCH, path, body), call);
    return new Work.Done<>(Account.of(answer.json()), answer.json());
  }
}
