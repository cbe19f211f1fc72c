/** A client that asks the public endpoint, over and over, what any client asks it first. */
package ai.equalto.lesserbody.canary;
