package ai.equalto.lesserbody.memory;

/** Which events come first. */
public enum Order {
  /** The oldest. */
  ASC,
  /** The newest. */
  DESC
}
