package ai.equalto.lesserbody.http;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who is at the other end, as the gateway saw it. Nothing in it is taken from what the caller
 * writes.
 *
 * @param address the IP address that the request came from; empty if the gateway did not say
 * @param signer the ARN of whoever signed the request with AWS IAM (SigV4), if the gateway checked
 *     a signature
 */
public record Peer(String address, Optional<String> signer) {
  /** Of whom nothing is known. */
  public static final Peer UNKNOWN = new Peer("", Optional.empty());

  public Peer {
    requireNonNull(address, "address");
    requireNonNull(signer, "signer");
  }
}
