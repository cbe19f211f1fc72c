/**
 * What tools, resources and prompts hand to a model or a person: texts, images, sounds, resources,
 * and hints on their use. Holds its own wire form, which all revisions share.
 */
package ai.equalto.lesserbody.content;
