package org.wsisforum.kit.access;

import java.util.Collections;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Tells people from programs, so that what is for everybody of the Forum names one role and not each that somebody may have. */
@ApplicationScoped
public class People implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(known(identity));
    }

    /** The identity, of a person with the role {@link Role#PERSON}. */
    public static SecurityIdentity known(SecurityIdentity identity) {
        return Collections.disjoint(identity.getRoles(), Role.OF_PEOPLE)
                ? identity
                : QuarkusSecurityIdentity.builder(identity).addRole(Role.PERSON).build();
    }
}
