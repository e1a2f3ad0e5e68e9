package org.wsisforum.registration.member;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who leads a delegation, and in what order its members are named. */
@Entity
class Precedence {

    @Id
    private UUID delegation;

    @Version
    private long version;

    private UUID head;
    private UUID deputyHead;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> listed = List.of();

    protected Precedence() {}

    /** What holds for a delegation of which nothing was said yet. */
    Precedence(UUID delegation) {
        this.delegation = delegation;
    }

    /** Makes a member the head; null for none. Who was the deputy head is not that any more. */
    void lead(UUID member) {
        head = member;
        if (member != null && member.equals(deputyHead)) {
            deputyHead = null;
        }
    }

    /** Makes a member the deputy head; null for none. Who was the head is not that any more. */
    void deputize(UUID member) {
        deputyHead = member;
        if (member != null && member.equals(head)) {
            head = null;
        }
    }

    /** Says in what order members of one rank are named. */
    void order(List<UUID> members) {
        listed = List.copyOf(members);
    }

    UUID delegation() {
        return delegation;
    }

    long version() {
        return version;
    }

    UUID head() {
        return head;
    }

    UUID deputyHead() {
        return deputyHead;
    }

    List<UUID> listed() {
        return listed;
    }
}
