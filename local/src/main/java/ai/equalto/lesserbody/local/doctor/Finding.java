package ai.equalto.lesserbody.local.doctor;

/** A check, and what it came to. */
public record Finding(Check check, Result result) {}
