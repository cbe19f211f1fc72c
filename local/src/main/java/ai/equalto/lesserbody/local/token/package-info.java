/** Access tokens as a Lesser instance would issue them, and the secret that signs them here. */
package ai.equalto.lesserbody.local.token;
