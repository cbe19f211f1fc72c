package ai.equalto.lesserbody;

import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Route;

/** Tells whoever asks that the function starts and answers; asks nobody else. */
final class Health implements Route.Handler {
  @Override
  public Response handle(Request request) {
    return Response.json(200, "{\"status\":\"ok\"}");
  }
}
