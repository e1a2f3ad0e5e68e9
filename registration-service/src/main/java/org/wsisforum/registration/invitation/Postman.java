package org.wsisforum.registration.invitation;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.vertx.ext.mail.SMTPException;
import org.jboss.logging.Logger;

import org.wsisforum.registration.invitation.Mails.Envelope;

/**
 * Sends what is queued, one mail after the other. A mail that the server refuses for the moment (4xx), or that never left since
 * there was no connection, is tried again; one that it refuses for good (5xx) has failed. One whose connection broke off before
 * the server's last word may have been taken or not. It is in doubt, and not sent again by itself: a minister who gets no letter
 * is found in the list of what is in doubt, one who gets two was written to twice. So is one whose sender died.
 */
@ApplicationScoped
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class);

    /** Codes by which a server refuses the platform and not the mail: they say nothing of whom it is for (RFC 4954). */
    private static final Set<Integer> OF_THE_SENDER = Set.of(454, 530, 534, 535, 538);

    private static final Pattern ENHANCED_STATUS = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

    @Inject
    MailingConfig config;

    @Inject
    Mails mails;

    @Inject
    Mailer mailer;

    private final ReentrantLock atWork = new ReentrantLock();
    private volatile boolean ending;

    /** Something was queued. */
    record Queued() {}

    /** Begins at once; what nobody began, since the copy that was asked died, is found by the look-out. */
    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) Queued queued) {
        Thread.ofVirtual().name("postman").start(this::lookOut);
    }

    @Scheduled(every = "{wsis.mailings.every}", identity = "mailings", concurrentExecution = ConcurrentExecution.SKIP)
    void lookOut() {
        // Whoever is at work finds what is queued meanwhile, or the next round does.
        if (!config.enabled() || ending || !atWork.tryLock()) {
            return;
        }
        try {
            mails.doubtWhatIsLeft();
            mails.queueReminders();
            while (!ending && sendNext()) {
                LOG.debug("Another one.");
            }
        } catch (RuntimeException away) {
            LOG.warnf("What is to be mailed is looked for again: %s", away.getMessage());
        } finally {
            atWork.unlock();
        }
    }

    /** What is on its way is brought to its end, so that it is not in doubt. */
    void end(@Observes ShutdownEvent end) throws InterruptedException {
        ending = true;
        if (atWork.tryLock(8, TimeUnit.SECONDS)) {
            atWork.unlock();
        }
    }

    private boolean sendNext() {
        var claim = mails.claim();
        return claim.isPresent()
                && claim.map(Mails.Claim::envelope).map(this::send).orElse(true);
    }

    /** @return whether the next one may be tried at once: of a server that is away, or says nothing, the others would suffer too */
    private boolean send(Envelope envelope) {
        try {
            mailer.send(mail(envelope));
        } catch (RuntimeException e) {
            return settle(envelope, e);
        }
        mails.sent(envelope.id(), envelope.attempt());
        return true;
    }

    private boolean settle(Envelope envelope, Throwable fault) {
        var id = envelope.id();
        var attempt = envelope.attempt();
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refusal) {
                var code = refusal.getReplyCode();
                var reply = reply(refusal);
                LOG.infof("The mail server refused %s: %d", envelope.messageId(), code);
                if (code >= 500 && !OF_THE_SENDER.contains(code)) {
                    mails.failed(id, attempt, reply);
                } else {
                    mails.deferred(id, attempt, reply);
                }
                return true;
            }
            if (cause instanceof IllegalArgumentException) {
                // Said before anything is sent: no mail can have this address.
                mails.failed(id, attempt, "No mail can be written to this address.");
                return true;
            }
            if (isWithoutConnection(cause)) {
                LOG.warnf("The mail server cannot be reached: %s", cause.getMessage());
                mails.deferred(id, attempt, "The mail server cannot be reached.");
                return false;
            }
        }
        LOG.warnf("Whether %s was taken is in doubt: %s", envelope.messageId(), fault.getMessage());
        mails.doubtful(id, attempt, "The connection broke off before the mail server said whether it has taken it.");
        return false;
    }

    /** A server quotes the address that it refuses, which is nobody's business but the invitation's; the code is told. */
    private static String reply(SMTPException refusal) {
        var status = ENHANCED_STATUS.matcher(String.valueOf(refusal.getReplyMessage()));
        return refusal.getReplyCode() + (status.find() ? " " + status.group() : "");
    }

    private static boolean isWithoutConnection(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || String.valueOf(cause.getMessage()).startsWith("STARTTLS required");
    }

    private static Mail mail(Envelope envelope) {
        return new Mail()
                .addTo(envelope.to())
                .setReplyTo(envelope.replyTo())
                .setSubject(envelope.mail().subject())
                .setText(envelope.mail().text())
                .setHtml(envelope.mail().html())
                .addHeader("Message-ID", envelope.messageId())
                .addHeader("Content-Language", envelope.language())
                // Nobody's out-of-office reply is wanted.
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
