package mad.verify;

import java.util.Arrays;
import java.util.List;

/**
 * What a variable may be: {@code count} numbers {@code from, from + step, …}; or the given increasing ones; or, without positions, every
 * real number between two.
 */
record Domain(String name, double from, double step, int count, double[] values, Interval reals) {
    static Domain read(Json json) {
        String name = json.get("name").text();
        if (json.has("values")) {
            double[] values = json.get("values").numbers();
            for (int i = 0; i < values.length; i++) {
                if (i > 0 && values[i] <= values[i - 1]) {
                    throw new Refused("the values of " + name + " do not increase");
                }
            }
            return new Domain(name, 0, 0, values.length, values, Interval.EMPTY).checked();
        }
        if (json.has("reals")) {
            List<Json> ends = json.get("reals").list(2);
            Interval reals = new Interval(ends.get(0).number(), ends.get(1).number());
            if (reals.isEmpty()) {
                throw new Refused(name + " has no values");
            }
            return new Domain(name, 0, 0, 0, new double[0], reals);
        }
        double from = json.get("from").number();
        double step = json.get("step").number();
        return new Domain(name, from, step, json.get("count").whole(), new double[0], Interval.EMPTY).checked();
    }

    private Domain checked() {
        if (count < 1
                || values.length == 0 && !(step > 0)
                || Math.abs(value(0)) > 0x1p53
                || Math.abs(value(count - 1)) > 0x1p53) {
            throw new Refused(name + " has no values");
        }
        return this;
    }

    boolean isReal() {
        return count == 0;
    }

    double value(int position) {
        return values.length > 0 ? values[position] : from + position * step;
    }

    /** Whether the number is one of the domain's. */
    boolean contains(double number) {
        if (isReal()) {
            return reals.contains(number);
        }
        int at = first(number);
        return at < count && value(at) == number;
    }

    /** The first position of at least {@code number}; {@code count} where there is none. */
    int first(double number) {
        if (values.length > 0) {
            int at = Arrays.binarySearch(values, number);
            return at >= 0 ? at : -at - 1;
        }
        double at = Math.ceil((number - from) / step);
        int guess = (int) Math.max(0, Math.min(count, at));
        while (guess > 0 && value(guess - 1) >= number) {
            guess--;
        }
        while (guess < count && value(guess) < number) {
            guess++;
        }
        return guess;
    }

    /** The last position of at most {@code number}; -1 where there is none. */
    int last(double number) {
        int at = first(number);
        return at < count && value(at) == number ? at : at - 1;
    }

    Interval whole() {
        return isReal() ? reals : new Interval(value(0), value(count - 1));
    }

    /** Without what is outside the domain. */
    Interval within(Interval interval) {
        if (isReal() || interval.isEmpty()) {
            return interval.and(whole());
        }
        int first = first(interval.lo());
        int last = last(interval.hi());
        return first > last ? Interval.EMPTY : new Interval(value(first), value(last));
    }
}
