package org.wsisforum.awards.tally;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The champions that are stored. */
@ApplicationScoped
class Champions implements PanacheRepositoryBase<Champion, Champion.Key> {}
