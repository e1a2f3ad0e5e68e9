package org.wsisforum.awards.project;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.ProblemException;
import org.wsisforum.kit.problem.RequestProblem;

/** The projects of all editions. */
@ApplicationScoped
class Projects implements PanacheRepositoryBase<Project, UUID> {

    @Inject
    Caller caller;

    /** One that the caller may read: its own, or any for the awards manager. What is somebody else's is as good as absent. */
    Project requireReadable(String edition, UUID id) {
        return require(edition, id, LockModeType.NONE, caller.has(Role.AWARDS_MANAGER));
    }

    /** One that the caller may write, which nobody else writes until the running transaction ends. */
    Project requireOwn(String edition, UUID id) {
        return require(edition, id, LockModeType.PESSIMISTIC_WRITE, false);
    }

    private Project require(String edition, UUID id, LockModeType lock, boolean anybodys) {
        var project = find("id = ?1 and edition = ?2", id, edition)
                .withLock(lock)
                .singleResultOptional()
                .filter(found -> anybodys || found.isOf(caller.subject()));
        return project.orElseThrow(() -> absent(edition, id));
    }

    static ProblemException absent(String edition, UUID id) {
        return RequestProblem.NOT_FOUND.because("There is no project " + id + " in " + edition + ".");
    }
}
