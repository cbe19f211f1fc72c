/** Reads the function's audit out of exports of its log, and proves or disproves its chains. */
package ai.equalto.lesserbody.local.audit;
