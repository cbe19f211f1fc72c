/**
 * How much a caller may ask for, over all instances of the function: limits of identities, and the
 * lockout of addresses that fail to prove any.
 */
package ai.equalto.lesserbody.limit;
