/** What tests of several packages share. */
package ai.equalto.lesserbody.testkit;
