package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.kit.time.ForumClock;

/**
 * Reminds organizers of accepted workshops of what is due, each once at each time that the edition says. One that cannot be sent is
 * tried again for as long as it still helps.
 */
@ApplicationScoped
class Reminders {

    private static final Logger LOG = Logger.getLogger(Reminders.class);

    @Inject
    ReminderConfig config;

    @Inject
    Editions editions;

    @Inject
    WorkshopRequests requests;

    @Inject
    Deliverables deliverables;

    @Inject
    ReminderClaims claims;

    @Inject
    Mailer mailer;

    @Inject
    ForumClock clock;

    @ConfigProperty(name = "wsis.public-url")
    String publicUrl;

    @Scheduled(
            every = "{wsis.reminders.every}",
            identity = "remind-organizers",
            concurrentExecution = ConcurrentExecution.SKIP)
    void remind() {
        if (config.enabled()) {
            for (var year : editions.all()) {
                due(year).forEach(due -> remind(year, due));
            }
        }
    }

    private List<Due> due(Edition year) {
        var now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> deliverables.of(year, requests.accepted(year.code())))
                .stream()
                .filter(due -> due.reminderAt(now)
                        .filter(key -> isToBeSent(due, key, now))
                        .isPresent())
                .toList();
    }

    /** Not taken on yet, or failed some time ago: which saves a claim that would be refused each time. */
    private static boolean isToBeSent(Due due, WorkshopReminder.Key key, Instant now) {
        return due.reminders().stream()
                .filter(reminder -> reminder.key().equals(key))
                .allMatch(reminder -> reminder.isToBeRetried(now));
    }

    private void remind(Edition year, Due due) {
        var now = clock.instant();
        due.reminderAt(now).ifPresent(key -> {
            if (claims.claim(key, now)) {
                send(key, mail(year, due, key.dueAt()), now);
            }
        });
    }

    private void send(WorkshopReminder.Key key, Mail mail, Instant now) {
        try {
            mailer.send(mail);
        } catch (RuntimeException e) {
            LOG.warnf("A reminder of workshop %s could not be sent: %s", key.request(), e.getMessage());
            claims.failed(key, now);
            return;
        }
        claims.sent(key, now);
    }

    private Mail mail(Edition year, Due due, Instant dueAt) {
        var contact = due.request().input().contact();
        var words = ReminderWords.in(contact.language());
        return Mail.withText(
                contact.email(),
                words.subject(due),
                words.body(
                        year,
                        due,
                        dueAt,
                        publicUrl + "/agenda/v1/editions/" + year.code() + "/consultation/workshop-requests/"
                                + due.request().id() + "/deliverables"));
    }
}
