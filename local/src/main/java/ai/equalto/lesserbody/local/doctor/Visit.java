package ai.equalto.lesserbody.local.doctor;

import java.time.Duration;
import java.util.Optional;

/**
 * What to examine.
 *
 * @param token what to call with; without one, what needs one is not run
 * @param origin the web origin whose pages are to be let in
 * @param timeout how long one answer may take
 */
public record Visit(
    Target target, Optional<BearerToken> token, Optional<String> origin, Duration timeout) {}
