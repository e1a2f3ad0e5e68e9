package org.wsisforum.registration.member;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.registration.delegation.DelegationSummary;
import org.wsisforum.registration.edition.EditionRules;
import org.wsisforum.registration.edition.RegistrationRules.Category;
import org.wsisforum.registration.registration.Delegates;
import org.wsisforum.registration.registration.DelegationRole;

/** Enters many members of a delegation in one transaction: all of them, or with one fault in any line none. */
@ApplicationScoped
class Entering {

    @Inject
    Delegates delegates;

    @Inject
    Members members;

    @Inject
    Precedences precedences;

    @Inject
    Validator validator;

    /**
     * One line.
     *
     * @param pointer where it stands in the body
     * @param member what it says; null where that is a fault already
     */
    record Line(String pointer, MemberInput member) {}

    /**
     * Enters all members, whose delegation the caller holds.
     *
     * @param known faults that were found on the way
     * @return their registrations, in the order of the lines
     */
    List<UUID> enter(EditionRules year, DelegationSummary delegation, List<Line> lines, List<FieldError> known) {
        var category = year.registration().categories().stream()
                .filter(one -> one.delegations().contains(delegation.kind().json()))
                .map(Category::code)
                .findFirst();
        var precedence = precedences.toChange(delegation.id());
        var taken = new HashSet<String>();
        var registered = members.registered(year.code(), delegation.id());
        registered.stream()
                .map(delegate -> delegate.said().email())
                .filter(Objects::nonNull)
                .map(Entering::matched)
                .forEach(taken::add);
        var leading = new HashSet<DelegationRole>();
        // Who does not come any more leads nobody.
        for (var delegate : registered) {
            if (delegate.id().equals(precedence.head())) {
                leading.add(DelegationRole.HEAD);
            } else if (delegate.id().equals(precedence.deputyHead())) {
                leading.add(DelegationRole.DEPUTY_HEAD);
            }
        }
        var faults = new ArrayList<>(known);
        if (category.isEmpty()) {
            faults.add(
                    FieldError.at("", "no-category", "The edition registers nobody with a delegation of this kind."));
        }
        for (var line : lines) {
            if (line.member() != null) {
                faults.addAll(faults(year, delegation, category.orElse("none"), line, taken, leading));
            }
        }
        RequestProblem.requireNone(faults);
        return lines.stream()
                .map(line -> {
                    var id = delegates.register(
                            year.code(),
                            delegation.id(),
                            line.member().registration(category.orElseThrow(), delegation.id(), delegation.country()));
                    if (line.member().role() == DelegationRole.HEAD) {
                        precedence.lead(id);
                    } else if (line.member().role() == DelegationRole.DEPUTY_HEAD) {
                        precedence.deputize(id);
                    }
                    return id;
                })
                .toList();
    }

    private List<FieldError> faults(
            EditionRules year,
            DelegationSummary delegation,
            String category,
            Line line,
            Set<String> taken,
            Set<DelegationRole> leading) {
        var member = line.member();
        var faults = new ArrayList<FieldError>();
        validator.validate(member).stream()
                .map(fault ->
                        FieldError.at(line.pointer() + "/" + fault.getPropertyPath(), "not-valid", fault.getMessage()))
                .sorted(java.util.Comparator.comparing(FieldError::pointer))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            return faults;
        }
        delegates
                .faults(
                        year.code(),
                        delegation.id(),
                        member.registration(category, delegation.id(), delegation.country()))
                .stream()
                .map(fault -> FieldError.at(line.pointer() + fault.pointer(), fault.code(), fault.detail()))
                .forEach(faults::add);
        if (!taken.add(matched(member.email()))) {
            faults.add(FieldError.at(
                    line.pointer() + "/email", "already-a-member", "A member of the delegation has this address."));
        }
        if ((member.role() == DelegationRole.HEAD || member.role() == DelegationRole.DEPUTY_HEAD)
                && !leading.add(member.role())) {
            faults.add(FieldError.at(line.pointer() + "/role", "role-taken", "Another member is that already."));
        }
        return faults;
    }

    private static String matched(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
