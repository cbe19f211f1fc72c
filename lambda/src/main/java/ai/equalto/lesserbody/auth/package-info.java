/**
 * Who is calling, proved. The only package that can make a {@link
 * ai.equalto.lesserbody.auth.Principal}; everything else can only be handed one.
 */
package ai.equalto.lesserbody.auth;
