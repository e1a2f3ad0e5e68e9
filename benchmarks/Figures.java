import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Values of one figure, one a round. */
final class Figures {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return quantile(0.5);
    }

    double first() {
        return quantile(0);
    }

    double last() {
        return quantile(1);
    }

    private double quantile(double part) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        var place = part * (sorted.size() - 1);
        var below = (int) place;
        var above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /** The median, and the least and the most of all rounds. */
    String print(String format) {
        return print(format + " (" + format + " to " + format + ")", median(), first(), last());
    }

    static String print(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
