package org.wsisforum.registration.invitation;

import java.util.regex.Pattern;

import org.wsisforum.kit.problem.Problem.FieldError;

import static org.wsisforum.registration.invitation.InvitationProblem.NO_DELIVERY_REPORT;

/**
 * What a delivery status notification (RFC 3464) says of one mail of ours.
 *
 * @param messageId the mail, in angle brackets
 * @param status the enhanced status code (RFC 3463), for example {@code 5.1.1}
 */
record DeliveryReport(String messageId, String status) {

    /** The form of our ids, so that none of the report's own is taken for one. */
    private static final Pattern MESSAGE_ID = Pattern.compile(
            "<[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\.\\d{1,9}@[A-Za-z0-9.-]{1,253}>");

    /** Of the lines of a recipient in the part message/delivery-status. */
    private static final Pattern STATUS = Pattern.compile(
            "^Status:[ \\t]*([245]\\.\\d{1,3}\\.\\d{1,3})", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private static final Pattern ACTION =
            Pattern.compile("^Action:[ \\t]*([a-z]+)", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    /**
     * Reads a report as mail servers send it. The parts that matter are not encoded: what RFC 3464 says of the delivery, and the
     * headers of the mail that came back.
     */
    static DeliveryReport read(String mail) {
        var status = STATUS.matcher(mail);
        var id = MESSAGE_ID.matcher(mail);
        if (!status.find() || !id.find()) {
            throw NO_DELIVERY_REPORT.because(
                    "It needs a part message/delivery-status with a Status, and the headers of a mail of this service.");
        }
        var action = ACTION.matcher(mail);
        // What is delayed may still arrive, whatever class its status has.
        var failed = !action.find() || action.group(1).equalsIgnoreCase("failed");
        return new DeliveryReport(
                id.group(), failed ? status.group(1) : "4" + status.group(1).substring(1));
    }

    /** The same from single values; angle brackets may be left out. */
    static DeliveryReport of(String messageId, String status) {
        var bracketed = messageId.startsWith("<") ? messageId : "<" + messageId + ">";
        if (!MESSAGE_ID.matcher(bracketed).matches()) {
            throw NO_DELIVERY_REPORT.because(
                    "No mail of this service has such an id.",
                    java.util.List.of(
                            FieldError.at("/messageId", "not-ours", "The Message-ID of a mail of this service.")));
        }
        return new DeliveryReport(bracketed, status);
    }

    /** Whether the mail will not arrive. */
    boolean isForGood() {
        return status.startsWith("5");
    }
}
