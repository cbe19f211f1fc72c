/** Other people's programs, started to do a part of a command and never left behind. */
package ai.equalto.lesserbody.local.child;
