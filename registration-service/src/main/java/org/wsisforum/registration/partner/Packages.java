package org.wsisforum.registration.partner;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;

/** The packages of all editions. */
@ApplicationScoped
class Packages implements PanacheRepositoryBase<PartnerPackage, UUID> {

    Optional<PartnerPackage> find(String edition, UUID id, LockModeType lock) {
        return find("id = ?1 and edition = ?2", id, edition).withLock(lock).singleResultOptional();
    }

    PartnerPackage require(String edition, UUID id, LockModeType lock) {
        return find(edition, id, lock)
                .orElseThrow(() ->
                        RequestProblem.NOT_FOUND.because("There is no partner package " + id + " in " + edition + "."));
    }

    /**
     * The package that an offer names. Until the running transaction ends nobody else can give a place in it: two who want the
     * last one are told one after the other.
     */
    PartnerPackage requireNamed(String edition, String code) {
        return find("edition = ?1 and code = ?2", edition, code)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<PartnerPackage>singleResultOptional()
                .orElseThrow(() -> RequestProblem.VALIDATION_FAILED.because(
                        "One field breaks a rule.",
                        List.of(FieldError.at("/package", "unknown", "There is no package \"" + code + "\"."))));
    }
}
