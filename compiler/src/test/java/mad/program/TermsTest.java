package mad.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mad.source.Span;
import org.junit.jupiter.api.Test;

class TermsTest {
    private final Terms terms = new Terms();
    private final Term n = variable("n", new Domain.Integers(1, 9));
    private final Term c = variable("c", new Domain.Integers(8, 64, 8));
    private final Term x = variable("x", new Domain.Reals(-2, 2));

    private Term variable(String name, Domain domain) {
        return terms.variable(terms.newVariable(name, domain, new Origin(new Span("t.mad", 0, 0), name)));
    }

    private Term number(double value) {
        return terms.constant(value);
    }

    @Test
    void equalExpressionsAreOneNode() {
        assertSame(terms.add(n, c), terms.add(c, n));
        assertSame(terms.add(n, n), terms.multiply(number(2), n));
        assertSame(terms.multiply(c, c), terms.power(c, 2));
        assertSame(terms.divide(terms.multiply(n, c), c), n);
        assertSame(terms.subtract(terms.add(n, c), c), n);
        assertSame(terms.max(List.of(n, terms.max(List.of(x, n)))), terms.max(List.of(x, n)));
        assertSame(terms.not(terms.not(terms.le(n, c))), terms.le(n, c));
    }

    @Test
    void sumsAndProductsAreFlat() {
        assertEquals("2*n + 3*c - 1", text(terms.sum(List.of(n, terms.multiply(number(3), c), n, number(-1)))));
        assertEquals("6*n*c^2", text(terms.product(List.of(number(2), c, terms.product(List.of(number(3), n, c))))));
        assertEquals("n + 3*n*c", text(terms.add(n, terms.product(List.of(number(3), n, c)))));
        assertEquals("n/c", text(terms.divide(n, c)));
        assertEquals("2*n + 6", text(terms.multiply(number(2), terms.add(n, number(3)))));
    }

    @Test
    void divisionByAConstantStaysExact() {
        Term tenth = terms.divide(c, number(10));
        assertEquals("c/10", text(tenth));
        assertSame(c, terms.multiply(number(10), tenth));
        assertEquals("c/80", text(terms.divide(tenth, number(8))));
        assertEquals(0.3, Arithmetic.evaluate(terms.divide(n, number(10)).operation(), t -> 3));
    }

    @Test
    void intervalsDecide() {
        assertTrue(terms.le(n, number(9)).is(1));
        assertTrue(terms.lt(c, n).operation() instanceof Operation.Compare);
        assertTrue(terms.eq(n, number(20)).is(0));
        assertSame(terms.max(List.of(n, number(-5))), n);
        assertSame(terms.round(n), n);
        assertSame(terms.abs(c), c);
        assertSame(terms.ifThenElse(terms.le(n, number(9)), c, x), c);
        assertSame(terms.implies(terms.lt(n, number(1)), terms.le(c, n)), terms.truth(true));
    }

    @Test
    void logsOfProductsOfPositiveFactorsAreSums() {
        assertEquals("2*log(n) + log(c)", text(terms.log(terms.product(List.of(n, n, c)))));
        assertSame(n, terms.exp(terms.log(n)));
        assertEquals("log(n*x)", text(terms.log(terms.multiply(n, x))));
    }

    @Test
    void partialTermsSayThatTheyArePartial() {
        assertTrue(terms.log(n).isTotal());
        assertFalse(terms.log(x).isTotal());
        assertFalse(terms.sqrt(x).isTotal());
        assertFalse(terms.divide(n, x).isTotal());
        // a value that may be missing is not simplified away
        assertEquals("max(log(x), 5)", text(terms.max(List.of(terms.log(x), number(5)))));
        assertFalse(number(Double.POSITIVE_INFINITY).isTotal());
    }

    @Test
    void attributes() {
        Term sum = terms.add(terms.multiply(n, c), number(1));
        assertEquals(new Interval(9, 577), sum.interval());
        assertTrue(sum.isIntegral());
        assertFalse(terms.add(sum, number(0.5)).isIntegral());
        assertEquals("{0, 1}", sum.variables().toString());
        assertEquals(new Interval(0.015625, 1.125), terms.divide(n, c).interval());
        assertTrue(terms.truth(true).isTruth());
    }

    @Test
    void namesAreUnique() {
        assertThrows(
                IllegalArgumentException.class,
                () -> terms.newVariable("n", new Domain.Integers(0, 1), new Origin(new Span("t.mad", 0, 0), "n")));
    }

    private String text(Term term) {
        return new Infix(t -> null).text(term);
    }
}
