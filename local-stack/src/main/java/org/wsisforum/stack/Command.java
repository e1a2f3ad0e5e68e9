package org.wsisforum.stack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the person asked for, understood whole or refused with one line. */
sealed interface Command {

    record Up(int copies, int portOffset) implements Command {}

    record Down() implements Command {}

    record Status() implements Command {}

    record Reset() implements Command {}

    record Clock(Optional<Instant> forum) implements Command {}

    /** Ends the copies of one service, so that another process can stand in for it. */
    record Release(String module) implements Command {}

    static Command parse(List<String> words) {
        if (words.isEmpty()) {
            throw new StackFailure("no command; ./wsis help lists them");
        }
        var rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "up" -> up(rest);
            case "down" -> alone(rest, new Down());
            case "status" -> alone(rest, new Status());
            case "reset" -> alone(rest, new Reset());
            case "clock" -> clock(rest);
            case "release" -> release(rest);
            default -> throw new StackFailure("'" + words.getFirst() + "' is no command; ./wsis help lists them");
        };
    }

    private static Command up(List<String> options) {
        var copies = 1;
        var offset = 0;
        for (int i = 0; i < options.size(); i += 2) {
            var value = i + 1 < options.size() ? options.get(i + 1) : "";
            switch (options.get(i)) {
                case "--copies" -> copies = number("--copies", value, 1, 8);
                case "--port-offset" -> offset = number("--port-offset", value, 0, 50_000);
                default ->
                    throw new StackFailure("up does not know '" + options.get(i) + "'; ./wsis help lists its options");
            }
        }
        return new Up(copies, offset);
    }

    private static Command clock(List<String> rest) {
        if (rest.size() > 1) {
            throw new StackFailure("clock takes one time, for example 2021-03-25T10:00");
        }
        return new Clock(rest.stream().findFirst().map(ForumClock::parse));
    }

    private static Command release(List<String> rest) {
        if (rest.size() != 1 || !Postgres.SCHEMAS.contains(rest.getFirst())) {
            throw new StackFailure("name one service: " + String.join(", ", Postgres.SCHEMAS));
        }
        return new Release(rest.getFirst() + "-service");
    }

    private static Command alone(List<String> rest, Command command) {
        if (!rest.isEmpty()) {
            throw new StackFailure(
                    "'" + rest.getFirst() + "' is one word too many; ./wsis help tells what each command takes");
        }
        return command;
    }

    private static int number(String option, String value, int least, int most) {
        try {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, together with a number that does not fit.
        }
        throw new StackFailure(option + " takes a number from " + least + " to " + most + ", not '" + value + "'");
    }
}
