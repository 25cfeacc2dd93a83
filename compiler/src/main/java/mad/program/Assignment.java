package mad.program;

import java.util.Arrays;

/** One value per variable, by index. Immutable. */
public final class Assignment {
    private final double[] values;

    private Assignment(double[] values) {
        this.values = values;
    }

    /** Copies {@code values}. */
    public static Assignment of(double... values) {
        return new Assignment(values.clone());
    }

    public double value(int index) {
        return values[index];
    }

    public double value(Variable variable) {
        return values[variable.index()];
    }

    /** This assignment with one value changed. */
    public Assignment with(Variable variable, double value) {
        double[] changed = values.clone();
        changed[variable.index()] = value;
        return new Assignment(changed);
    }

    public int size() {
        return values.length;
    }

    /** A fresh copy of the values. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assignment assignment && Arrays.equals(values, assignment.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
