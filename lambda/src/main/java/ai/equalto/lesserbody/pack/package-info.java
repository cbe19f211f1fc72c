/** What is served together or not at all. */
package ai.equalto.lesserbody.pack;
