/** Measures the artifact that is deployed, under the runtime that Lambda runs it on. */
package ai.equalto.lesserbody.local.bench;
