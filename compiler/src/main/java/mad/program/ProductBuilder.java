package mad.program;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects a product: nested products are opened, powers of one base merged, and a scaled sum is multiplied out. */
final class ProductBuilder {
    private final Terms terms;
    private final Map<Integer, Operation.Factor> factors = new TreeMap<>();
    private double numerator = 1;
    private double denominator = 1;

    ProductBuilder(Terms terms) {
        this.terms = terms;
    }

    /** A product whose parts are already in order. */
    static Term rebuilt(Terms terms, double numerator, double denominator, List<Operation.Factor> factors) {
        ProductBuilder product = new ProductBuilder(terms);
        product.numerator = numerator;
        product.denominator = denominator;
        factors.forEach(product::merge);
        return product.build();
    }

    ProductBuilder multiply(Term term, double exponent) {
        switch (term.operation()) {
            case Operation.Constant(double value) -> constant(term, value, exponent);
            case Operation.Product product
            when opens(product, exponent) -> {
                scale(product.numerator(), product.denominator(), exponent);
                product.factors().forEach(f -> merge(new Operation.Factor(f.base(), f.exponent() * exponent)));
            }
            default -> {
                if (exponent != 0) {
                    merge(new Operation.Factor(term, exponent));
                }
            }
        }
        return this;
    }

    /** (Πx)^e is Πx^e for whole e, and for positive x; the constants in front must stay exact. */
    private static boolean opens(Operation.Product product, double exponent) {
        boolean plain = product.numerator() == 1 && product.denominator() == 1;
        boolean whole = exponent == Math.rint(exponent);
        boolean positive =
                product.factors().stream().allMatch(f -> f.base().interval().lo() > 0);
        return Math.abs(exponent) == 1 && product.numerator() != 0 || plain && (whole || positive);
    }

    private void constant(Term term, double value, double exponent) {
        if (Math.abs(exponent) == 1 && (value != 0 || exponent > 0)) {
            scale(value, 1, exponent);
        } else {
            double power = Arithmetic.evaluate(
                    new Operation.Product(1, 1, List.of(new Operation.Factor(term, exponent))), t -> value);
            numerator *= exponent == 0 ? 1 : power;
        }
    }

    private void scale(double above, double below, double exponent) {
        numerator *= exponent > 0 ? above : below;
        denominator *= exponent > 0 ? below : above;
    }

    private void merge(Operation.Factor factor) {
        factors.merge(
                factor.base().id(), factor, (a, b) -> new Operation.Factor(a.base(), a.exponent() + b.exponent()));
    }

    Term build() {
        reduce();
        List<Operation.Factor> parts =
                factors.values().stream().filter(f -> f.exponent() != 0).toList();
        boolean finite = Double.isFinite(numerator) && Double.isFinite(denominator);
        if (parts.isEmpty() || numerator == 0 || !finite) {
            return terms.constant(finite ? Arithmetic.quotient(numerator, denominator) : Double.NaN);
        }
        if (parts.size() == 1 && parts.getFirst().exponent() == 1 && denominator == 1) {
            Term only = parts.getFirst().base();
            if (numerator == 1) {
                return only;
            }
            if (only.operation() instanceof Operation.Sum) {
                return new SumBuilder(terms).add(numerator, only).build();
            }
        }
        return terms.intern(new Operation.Product(numerator, denominator, parts));
    }

    /** Lowest terms when both are exact integers; the sign belongs to the numerator. */
    private void reduce() {
        if (denominator < 0) {
            numerator = -numerator;
            denominator = -denominator;
        }
        if (isExact(numerator) && isExact(denominator)) {
            double divisor = gcd(Math.abs((long) numerator), (long) denominator);
            numerator /= divisor;
            denominator /= divisor;
        }
    }

    private static boolean isExact(double value) {
        return value == Math.rint(value) && Math.abs(value) <= Domain.Integers.EXACT && value != 0;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
