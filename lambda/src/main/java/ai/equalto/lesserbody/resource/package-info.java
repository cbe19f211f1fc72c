/** Resources: how they are addressed. */
package ai.equalto.lesserbody.resource;
