package mad.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mad.emit.CertificateJson;
import mad.program.Assignment;
import mad.program.Evaluation;
import mad.program.Program;
import mad.query.Cancellation;
import mad.query.Certified;
import mad.query.Designs;
import mad.query.FileWorld;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Snapshot;
import mad.solve.proof.Proof;
import mad.verify.Certificate;
import mad.verify.Verdict;
import org.junit.jupiter.api.Test;

/** What the solver proves, the checker believes; what is not so, it does not. */
class CertificateTest {
    private static final Limits LIMITS = new Limits(1, 1_000_000_000, Double.POSITIVE_INFINITY, 1e-6);
    private static final Path EXAMPLES = Path.of("..", "examples");

    @Test
    void everyProofOfASmallProgramIsVerified() {
        int infeasible = 0;
        for (long seed = 0; seed < 400; seed += 2) {
            Program program = seed < 200 ? RandomPrograms.small(seed) : RandomChains.of(seed);
            Verdict verdict = check(CertificateJson.lines(proved(program)));
            var verified = assertInstanceOf(Verdict.Verified.class, verdict, "seed " + seed + " " + verdict);
            double optimum = RandomPrograms.optimum(program);
            assertEquals(Double.isNaN(optimum), verified.infeasible(), "seed " + seed);
            infeasible += verified.infeasible() ? 1 : 0;
            double sign = program.objective().sense().sign();
            assertTrue(verified.infeasible() || sign * verified.bound() >= sign * optimum, "seed " + seed);
        }
        assertTrue(infeasible > 10, infeasible + " infeasible");
    }

    @Test
    void proofsOfChainsWithTwigsAndShortcutsAreVerified() {
        for (Program program : List.of(HandMade.shortcuts(), HandMade.givenDepths())) {
            var verified = assertInstanceOf(Verdict.Verified.class, check(CertificateJson.lines(proved(program))));
            assertTrue(verified.bound() >= RandomPrograms.optimum(program));
        }
    }

    private static Certified proved(Program program) {
        Proof proof = Proof.kept();
        Result result = new Exact(200)
                .solve(
                        program,
                        LIMITS,
                        Machine.still(),
                        mad.solve.Progress.Listener.silent(),
                        new CancelToken(),
                        proof);
        return java.util.Objects.requireNonNull(Certified.of(program.name(), program, result, proof));
    }

    /** A worse design and a bound between it and the optimum: no tree may make the checker believe that, least of all none. */
    @Test
    void noFalseBoundIsVerified() {
        int tried = 0;
        for (long seed = 0; seed < 400; seed += 4) {
            Program program = seed < 200 ? RandomPrograms.small(seed) : RandomChains.of(seed);
            double optimum = RandomPrograms.optimum(program);
            double[] worse = worse(program, optimum, new SplittableRandom(seed));
            if (worse.length == 0) {
                continue;
            }
            tried++;
            double objective = Evaluation.of(program, Assignment.of(worse)).objective();
            double between = objective + 0.9 * (optimum - objective);
            for (Proof proof : List.of(Proof.forgotten(), proved(program).proof())) {
                Certified claim = new Certified("false", program, worse, objective, between, proof);
                assertInstanceOf(Verdict.Unproved.class, check(CertificateJson.lines(claim)), "seed " + seed);
            }
            Certified none = new Certified(
                    "none",
                    program,
                    new double[0],
                    Double.NaN,
                    Double.NaN,
                    proved(program).proof());
            assertInstanceOf(Verdict.Unproved.class, check(CertificateJson.lines(none)), "seed " + seed);
        }
        assertTrue(tried > 40, tried + " tried");
    }

    /** A feasible point that is clearly worse than the optimum; nothing where luck finds none. */
    private static double[] worse(Program program, double optimum, SplittableRandom random) {
        for (int trial = 0; trial < 200; trial++) {
            double[] point = program.variables().stream()
                    .mapToDouble(v -> v.domain() instanceof mad.program.Domain.Discrete d
                            ? d.value(random.nextLong(d.size()))
                            : v.domain().min())
                    .toArray();
            Evaluation at = Evaluation.of(program, Assignment.of(point));
            if (at.isFeasible() && Math.abs(optimum - at.objective()) > 1e-4 * Math.max(1, Math.abs(optimum))) {
                return point;
            }
        }
        return new double[0];
    }

    @Test
    void everyTamperedProofIsRefused() {
        List<String> accepted = new ArrayList<>();
        int tampered = 0;
        // the last has a limit that couples distant stages
        for (String name : List.of("microcontroller", "convnext", "shared-growth", "width-law", "least")) {
            Certified certified = example(name);
            List<String> lines = CertificateJson.lines(certified);
            assertInstanceOf(Verdict.Verified.class, check(lines), name);
            for (Tampering tampering : Tampering.values()) {
                for (int i = 0; i < (name.equals("least") ? 3 : 10); i++) {
                    List<String> changed = tampering.on(lines, new SplittableRandom(100 * tampering.ordinal() + i));
                    if (changed.equals(lines)) {
                        continue;
                    }
                    tampered++;
                    if (check(changed) instanceof Verdict.Verified verified
                            && verified.program().equals(lines.get(1))) {
                        accepted.add(name + " " + tampering + " " + i);
                    }
                }
            }
        }
        assertEquals(List.of(), accepted);
        assertTrue(tampered >= 200, tampered + " tampered");
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        assertEquals(new Verdict.Unproved(1, "the certificate ends too early"), check(List.of()));
        assertEquals(new Verdict.Unproved(1, "no JSON"), check(List.of("certificate 1")));
        assertEquals(new Verdict.Unproved(1, "`certificate` is missing"), check(List.of("{}")));
        assertEquals(
                new Verdict.Unproved(1, "a certificate of another version"), check(List.of("{\"certificate\":2}")));
    }

    /** Every number of every line, replaced by one that is out of place: an answer, never an exception. */
    @Test
    void numbersOutOfPlaceAreNoAccident() {
        List<String> lines = CertificateJson.lines(example("microcontroller"));
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            List<String> changed = Tampering.numberOutOfPlace(lines, random);
            refused += check(changed) instanceof Verdict.Unproved ? 1 : 0;
        }
        assertTrue(refused > 200, refused + " refused");
    }

    private static Certified example(String name) {
        Snapshot snapshot = new Snapshot(FileWorld.around(EXAMPLES.resolve(name + ".mad")));
        String file = EXAMPLES.resolve(name + ".mad").toString();
        String design = snapshot.designs(file).getFirst().name();
        Certified certified = new Designs(snapshot, () -> 0, Runnable::run)
                .proved(Question.of(file, design), Progress.Listener.silent(), new Cancellation())
                .certified();
        assertNotNull(certified, name);
        return certified;
    }

    private static Verdict check(List<String> lines) {
        return Certificate.check(lines.iterator());
    }
}
