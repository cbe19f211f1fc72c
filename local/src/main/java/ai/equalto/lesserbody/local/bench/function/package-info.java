/** What is measured beside the function that is deployed, or in its place. */
package ai.equalto.lesserbody.local.bench.function;
