/**
 * The audit trail: one JSON line for each event, written when its outcome is known, and never
 * holding a token, an argument or a result.
 */
package ai.equalto.lesserbody.audit;
