package mad.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class R50Test {
    private final R50 r50 = R50.create();

    @Test
    void publishedDesignHasTheAuthorsFigures() {
        Evaluation published = Evaluation.of(r50.program, r50.published());
        assertEquals(4087263656.0, published.value(r50.totalFlops));
        assertEquals(24208144.0, published.value(r50.totalParams));
        assertEquals(0.29975226791565324, published.value(r50.rho), 1e-9 * 0.3);
        assertEquals(34.80650247023764, published.value(r50.penalty), 1e-9 * 35);
        assertEquals(48919.27690537724 - 34.80650247023764, published.objective(), 1e-9 * 48919);
        assertTrue(published.isFeasible());
    }

    @Test
    void knownOptimumIsFeasible() {
        Evaluation optimum = Evaluation.of(r50.program, r50.optimum());
        assertEquals(4113522952.0, optimum.value(r50.totalFlops));
        assertEquals(25547680.0, optimum.value(r50.totalParams));
        assertEquals(0.299827, optimum.value(r50.rho), 1e-6);
        assertEquals(R50.OPTIMUM, optimum.objective(), 1e-4);
        assertTrue(optimum.isFeasible());
    }
}
